import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import type { Pattern } from '../pattern.ts';
import { isSourced, type LooseShare, looseShares } from '../shares.ts';
import { after, isLowerBound, isPercent } from '../surroundings.ts';

/** 「75%以上の企業」 three times, each time about something else; 「300%の」 before a redesign, a saving and a gain. */
export const recurringShare: Pattern = {
  id: 'recurring-share',
  severity: 'warning',
  description: {
    ja: '同じ割合が、1つの記事の中で無関係な事柄に繰り返し使われている。',
    en: 'The same share recurs in one article, said of unrelated things.',
  },
  *find(figures) {
    yield* problemsOf(looseShares(figures));
    yield* problemsOf(largeShares(figures));
    yield* problemsOf(growthRates(figures));
  },
};

const CHANGE =
  /^の[^、。はがを（(]{0,10}?(?:向上|改善|強化|効率化|高速化|増加|成長|延長|見直し|刷新|削減|低減|値下げ|転換)/u;

/** 300%の性能向上: round changes of two times and more. */
function largeShares(figures: readonly Figure[]): LooseShare[] {
  return figures.flatMap((figure) => {
    const { lower } = figure.quantity.stated;
    if (!isPercent(figure) || lower < 200 || lower % 100 !== 0 || figure.place.kind === 'cell') return [];
    const noun = CHANGE.exec(after(figure, 24))?.[0];
    return noun === undefined ? [] : [{ figure, noun }];
  });
}

/** 年率25%以上の成長 of several markets and companies alike. */
function growthRates(figures: readonly Figure[]): LooseShare[] {
  return figures.flatMap((figure) => {
    const isYearly =
      isPercent(figure) && isLowerBound(figure) && figure.quantity.per.some(({ unit }) => unit === 'year');
    const noun = isYearly && !isSourced(figure) ? /^の成長[一-龥]{0,4}/u.exec(after(figure, 12))?.[0] : undefined;
    return noun === undefined ? [] : [{ figure, noun }];
  });
}

function* problemsOf(shares: readonly LooseShare[]): Generator<Problem> {
  for (const group of groupsOf(shares).values()) {
    const distinct = new Map(group.map((share) => [share.figure.text, share]));
    if (distinct.size < 2 || isRestated(group)) continue;
    for (const share of group) yield problemOf(share, [...distinct.values()]);
  }
}

/** 「300%の性能向上」 twice is one claim. */
function isRestated(group: readonly LooseShare[]): boolean {
  return group.every(({ figure, noun }) => figure.quantity.stated.lower >= 200 && noun === group[0]?.noun);
}

/** By number and, for people and organisations, the noun that is counted; of changes the number alone. */
function groupsOf(shares: readonly LooseShare[]): Map<string, LooseShare[]> {
  const groups = new Map<string, LooseShare[]>();
  for (const share of shares) {
    const { lower } = share.figure.quantity.stated;
    const key = lower >= 200 ? `${lower}` : `${lower}${share.noun.slice(0, 3)}`;
    const group = groups.get(key);
    if (group) group.push(share);
    else groups.set(key, [share]);
  }
  return groups;
}

function problemOf({ figure, noun }: LooseShare, distinct: readonly LooseShare[]): Problem {
  // Four are shown: of five at most one is the figure itself.
  const others = distinct.slice(0, 5).filter((share) => share.figure.text !== figure.text);
  const quoted = figure.quantity.surface + noun;
  const phrase = figure.quantity.stated.lower >= 200 ? `${figure.quantity.surface}の` : quoted;
  const [start, end] = figure.at;
  return {
    range: figure.rangeOf(start, end + noun.length),
    message: {
      ja: `「${quoted}」とありますが、「${phrase}」は別の文でも使われ（${distinct.length}か所）、数えた値とは考えにくいです。出典を添えるか、数値を外してください。`,
      en: `"${quoted}": the same "${phrase}" stands in other sentences too (${distinct.length} places), so it is hardly a count. Name the source, or drop the number.`,
    },
    related: others.slice(0, 4).map((share) => ({
      range: share.figure.rangeOf(share.figure.at[0], share.figure.at[1] + share.noun.length),
      message: { ja: '同じ割合', en: 'The same share' },
    })),
    suggestions: [
      {
        message: { ja: '数値を外す', en: 'Drop the number' },
        edit: {
          range: figure.rangeOf(start, end + 1),
          text: replacementOf(figure, noun),
        },
      },
    ],
  };
}

function replacementOf(figure: Figure, noun: string): string {
  if (noun.startsWith('の成長')) return '高い';
  return figure.quantity.stated.lower >= 200 ? '大幅な' : '多くの';
}
