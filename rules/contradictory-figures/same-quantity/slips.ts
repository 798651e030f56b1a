import type { Document } from '../../../src/document/document.ts';
import { stringOf } from '../../../src/document/front-matter.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { attributeOf, type Meaning, meaningOf } from '../../../src/figures/meaning.ts';
import type { Problem } from '../../rule.ts';
import {
  digitsOf,
  isAmount,
  isMentioned,
  isOneOfSeveral,
  isSameThing,
  isSummary,
  mayBeSameTime,
  OF_MANY,
  powerBetween,
  unitKey,
  wordsAround,
} from './mentions.ts';

/** Two figures with the same digits of which one is off by powers of ten. */
interface Slip {
  readonly wrong: Figure;
  readonly right: Figure;
  /** How often the article states each of the two amounts. */
  readonly counts: readonly [wrong: number, right: number];
}

/** Amounts that differ by powers of ten where the article speaks of the same thing: 評価額39億ドル … 評価額390億ドル. */
export function* slipsIn(figures: readonly Figure[], document: Document): Generator<Problem> {
  const groups = groupsOf(figures);
  const summary = new Set(figures.filter(isSummary).slice(0, MOST_IN_SUMMARY));
  const reported = new Set<Figure>();
  for (const group of groups) {
    for (const slip of [
      ...slipsOfAttribute(group, document),
      ...slipsOfSummary(group, { figures, summary }, document),
    ]) {
      if (reported.has(slip.wrong)) continue;
      reported.add(slip.wrong);
      yield problemOf(slip, document);
    }
  }
}

/** Amounts with the same unit and the same digits that stand in the article with more than one power of ten. */
function groupsOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (!isAmount(figure)) continue;
    const key = `${unitKey(figure)} ${digitsOf(figure.quantity.stated.lower)}`;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()]
    .filter((group) => group.some((it) => it.quantity.stated.lower !== group[0]?.quantity.stated.lower))
    .map((group) => group.slice(0, MOST));
}

/** Pairs are compared: a group that is larger than any article's is cut, so that time stays linear. */
const MOST = 60;
/** Each figure of a summary is looked for among all others: a title or excerpt with more than these is none. */
const MOST_IN_SUMMARY = 200;

/** The figures of an article, and those of its title, excerpt and description. */
interface All {
  readonly figures: readonly Figure[];
  readonly summary: ReadonlySet<Figure>;
}

/** Same attribute of the same subject at what may be the same time. One digit (5億, 50億) is too common to go by. */
function* slipsOfAttribute(group: readonly Figure[], document: Document): Generator<Slip> {
  const [first] = group;
  if (!first || digitsOf(first.quantity.stated.lower).length < 2) return;
  const counts = countsOf(group);
  if (group.some((it) => group.some((other) => isChange(it, other)))) return;
  for (const wrong of group) {
    const own = counts.get(wrong.quantity.stated.lower) ?? 0;
    const right = group.find((it) => {
      const other = counts.get(it.quantity.stated.lower) ?? 0;
      return (
        it.quantity.stated.lower !== wrong.quantity.stated.lower &&
        (other > own || (other === own && loses(wrong, it))) &&
        speakOfSame(wrong, it, document)
      );
    });
    if (right) yield { wrong, right, counts: [own, counts.get(right.quantity.stated.lower) ?? 0] };
  }
}

/** 「39億円から390億円へ」 names both amounts on purpose. */
function isChange(from: Figure, to: Figure): boolean {
  const apart = to.at[0] - from.at[1];
  if (from.rangeOf !== to.rangeOf || apart < 0 || apart > 60) return false;
  if (from.quantity.stated.lower === to.quantity.stated.lower) return false;
  return /から|より|→|⇒|へ|だったが|以前|当初/.test(from.text.slice(from.at[1], to.at[0]));
}

function speakOfSame(a: Figure, b: Figure, document: Document): boolean {
  // Rows of a table differ in what their heads do not say.
  if (a.place.kind === 'cell' && b.place.kind === 'cell') return false;
  if (attributeOf(a, document)?.id !== attributeOf(b, document)?.id) return false;
  const [x, y] = [meaningOf(a, document), meaningOf(b, document)];
  if (x.modality === 'negation' || y.modality === 'negation' || OF_MANY.has(x.attribute?.id ?? '')) return false;
  const same = isSameThing(x, y) || isOfTopic(x, y, document);
  return same && mayBeSameTime(x, y) && !isOneOfSeveral(a) && !isOneOfSeveral(b);
}

/** A sentence that names no subject speaks of the subject of the title, if the attribute is the same. */
function isOfTopic(x: Meaning, y: Meaning, document: Document): boolean {
  if (x.attribute === undefined || x.attribute.id !== y.attribute?.id) return false;
  const subject = x.subject === undefined ? y.subject : y.subject === undefined ? x.subject : undefined;
  const title = stringOf(document.frontMatter, 'title')?.text.text;
  return subject !== undefined && subject.length > 2 && title?.includes(subject) === true;
}

/** Of two amounts that stand equally often, the summary is wrong, or the later one. */
function loses(a: Figure, b: Figure): boolean {
  return isSummary(a) === isSummary(b) ? a.range[0] > b.range[0] : isSummary(a);
}

/** The number of different sentences that state each amount: a repeated passage is one. */
function countsOf(group: readonly Figure[]): ReadonlyMap<number, number> {
  const texts = new Map<number, Set<string>>();
  for (const { quantity, text } of group) {
    const known = texts.get(quantity.stated.lower) ?? new Set();
    texts.set(quantity.stated.lower, known.add(text));
  }
  return new Map([...texts].map(([amount, set]) => [amount, set.size]));
}

/** An amount of title, excerpt or description that the body never states, while it states one with the same digits. */
function* slipsOfSummary(group: readonly Figure[], { figures, summary }: All, document: Document): Generator<Slip> {
  if (!group.some((it) => summary.has(it))) return;
  const titles = [...new Set(Array.from(summary, (it) => it.text))];
  // Articles repeat their title as the first line: that is no second source.
  const body = group.filter((it) => !isSummary(it) && !titles.some((title) => title.includes(it.text)));
  const counts = countsOf(body);
  for (const wrong of group) {
    const { unit } = wrong.quantity;
    if (!summary.has(wrong) || isMentioned(wrong, figures) || COUNTED.test(unit)) continue;
    const right = body.find((it) => isSlipOf(wrong, it) && speaksAlike(wrong, it, document));
    if (right) yield { wrong, right, counts: [1, counts.get(right.quantity.stated.lower) ?? 0] };
  }
}

function isSlipOf({ quantity }: Figure, other: Figure): boolean {
  const sameUnit = quantity.unitText === other.quantity.unitText;
  return sameUnit && powerBetween(quantity.stated.lower, other.quantity.stated.lower) !== undefined;
}

/** A common word beside two or more equal digits; for one digit the same attribute, or three words and no 以上. */
function speaksAlike(wrong: Figure, right: Figure, document: Document): boolean {
  if (isOneOfSeveral(right)) return false;
  const shared = sharedWords(wrong, right, document);
  if (digitsOf(wrong.quantity.stated.lower).length > 1) return shared > 0;
  const [a, b] = [meaningOf(wrong, document), meaningOf(right, document)];
  if (shared === 0 || !mayBeSameTime(a, b)) return false;
  const sameAttribute = a.attribute !== undefined && a.attribute.id === b.attribute?.id;
  return sameAttribute || (shared > 2 && wrong.quantity.kind === 'exact' && right.quantity.kind === 'exact');
}

/** Items of a list, reasons and steps: their number is for the relation `count`. */
const COUNTED = /^(?:none|item|step|point|year|month|week|day|hour|minute|second)$|^noun:/;

const REACH = 40;

function sharedWords(a: Figure, b: Figure, document: Document): number {
  const words = wordsAround(a, document, REACH);
  let shared = 0;
  for (const word of wordsAround(b, document, REACH)) if (words.has(word)) shared++;
  return shared;
}

function problemOf({ wrong, right, counts }: Slip, document: Document): Problem {
  const { attribute } = meaningOf(wrong, document);
  const power = powerBetween(right.quantity.stated.lower, wrong.quantity.stated.lower) ?? 0;
  const factor = (10 ** Math.abs(power)).toLocaleString('en');
  const core = coreOf(right);
  const nameJa = attribute ? `${attribute.word}「${wrong.quantity.surface}」` : `「${wrong.quantity.surface}」`;
  const often = counts[1] > 1 ? `（${counts[1]}か所）` : '';
  return {
    range: wrong.range,
    message: {
      ja: `${nameJa}は、ほかの箇所${often}の「${right.quantity.surface}」の${power > 0 ? `${factor}倍` : `${factor}分の1`}です。桁を確かめ、どちらかを直してください。`,
      en: `"${wrong.quantity.surface}" is ${power > 0 ? `${factor} times` : `1/${factor} of`} "${right.quantity.surface}", which the article states elsewhere. Check the magnitude and correct one of them.`,
    },
    related: [{ range: right.range, message: { ja: 'もう一方の数値です。', en: 'The other figure.' } }],
    suggestions: [
      {
        message: { ja: `「${core}」に直す`, en: `Replace by "${core}"` },
        edit: {
          range: wrong.rangeOf(offsetOf(wrong) + wrong.quantity.core[0], offsetOf(wrong) + wrong.quantity.core[1]),
          text: core,
        },
      },
    ],
  };
}

/** Number and unit as printed, without 約 and 以上. */
function coreOf(figure: Figure): string {
  const offset = offsetOf(figure);
  return figure.text.slice(figure.quantity.core[0] + offset, figure.quantity.core[1] + offset);
}

function offsetOf({ at, quantity }: Figure): number {
  return at[0] - quantity.range[0];
}
