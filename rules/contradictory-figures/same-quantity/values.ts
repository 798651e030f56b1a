import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { attributeOf, type Meaning, meaningOf } from '../../../src/figures/meaning.ts';
import { remembered } from '../../../src/text/remembered.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, loosened, meant } from '../interval.ts';
import {
  isAmount,
  isMentioned,
  isOneOfSeveral,
  isSameThing,
  isSameTime,
  isSummary,
  OF_MANY,
  unitKey,
} from './mentions.ts';

/** Words that make the amount one of a part, a revision or another source. */
const NARROWED =
  /うち|国内|海外|部門|事業|単体|連結|子会社|修正|訂正|正確に|別の|一方で|通期|上期|下期|四半期|半期|月間|日次|シリーズ|ラウンド|当初|前回|予想|見込|最大|以前|換算/;
/** Found out once for each text. */
const isNarrowed = remembered((text) => NARROWED.test(text), { entries: 2000, characters: 200_000 });
const OTHER_KINDS = new Set([
  'max',
  'min',
  'cumulative',
  'average',
  'each',
  'atLeast',
  'atMost',
  'moreThan',
  'lessThan',
]);

interface Mention {
  readonly figure: Figure;
  readonly meaning: Meaning;
}

/** Two values of one attribute of one subject at one time: 青葉電機の2025年度の売上高 320億円 … 280億円. */
export function* otherValuesIn(figures: readonly Figure[], document: Document): Generator<Problem> {
  for (const mentions of mentionsBy(figures, document).values()) {
    const reported = new Set<Figure>();
    for (const [i, later] of mentions.entries()) {
      const earlier = mentions.slice(0, i).findLast((it) => contradicts(it, later, figures));
      if (!earlier || reported.has(earlier.figure)) continue;
      reported.add(later.figure);
      yield isSummary(earlier.figure) ? problemOf(earlier, later) : problemOf(later, earlier);
    }
  }
}

/** Mentions beyond this many are of a kind that an article goes on about: they are not compared, so that time stays linear. */
const MOST = 30;

function mentionsBy(figures: readonly Figure[], document: Document): ReadonlyMap<string, readonly Mention[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (!isPlain(figure)) continue;
    const attribute = attributeOf(figure, document);
    if (!attribute || OF_MANY.has(attribute.id)) continue;
    const key = `${attribute.id} ${unitKey(figure)}`;
    const known = groups.get(key);
    if (!known) groups.set(key, [figure]);
    else if (known.length < MOST) known.push(figure);
  }
  return new Map(
    [...groups].map(([key, group]) => {
      const differ = group.some((it) => it.quantity.stated.lower !== group[0]?.quantity.stated.lower);
      const mentions = differ ? group.map((figure) => ({ figure, meaning: meaningOf(figure, document) })) : [];
      return [key, mentions.filter(({ meaning }) => meaning.subject !== undefined && meaning.modality === 'stated')];
    }),
  );
}

function isPlain(figure: Figure): boolean {
  const { dimension, modifiers } = figure.quantity;
  if (!isAmount(figure) || figure.place.kind === 'cell' || dimension === 'number') return false;
  return !modifiers.some((it) => OTHER_KINDS.has(it)) && !isNarrowed(figure.text) && !isOneOfSeveral(figure);
}

/** Both name their time, and it is the same; a summary may leave it to the body if the body never states its amount. */
function contradicts(a: Mention, b: Mention, figures: readonly Figure[]): boolean {
  if (a.figure.rangeOf === b.figure.rangeOf || !isSameThing(a.meaning, b.meaning)) return false;
  if (!disjoint(loosened(meant(a.figure.quantity), 0.03), loosened(meant(b.figure.quantity), 0.03))) return false;
  if (a.meaning.time?.date?.year !== undefined && isSameTime(a.meaning, b.meaning)) return true;
  const isTitled = isSummary(a.figure) && !isSummary(b.figure) && a.meaning.time === undefined;
  return isTitled && !isMentioned(a.figure, figures);
}

function problemOf(wrong: Mention, other: Mention): Problem {
  const { subject, attribute, time } = wrong.meaning;
  const when = time ? `${time.surface}の` : '';
  return {
    range: wrong.figure.range,
    severity: 'warning',
    message: {
      ja: `${subject}の${when}${attribute?.name}が「${wrong.figure.quantity.surface}」と「${other.figure.quantity.surface}」の2通りになっています。どちらかに揃えるか、違いを書いてください。`,
      en: `The ${attribute?.id} of ${subject}${time ? ` (${time.surface})` : ''} is given as "${wrong.figure.quantity.surface}" and as "${other.figure.quantity.surface}". Make them agree, or say how they differ.`,
    },
    related: [{ range: other.figure.range, message: { ja: 'もう一方の数値です。', en: 'The other figure.' } }],
  };
}
