import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import type { Pattern } from '../pattern.ts';
import { after, before, isLowerBound, isPercent } from '../surroundings.ts';
import { CONJUNCTIONS, DEGREES, POPULATIONS } from '../words.ts';

const degree = new RegExp(`(?:${DEGREES})$`, 'u');
const conjunction = new RegExp(`^(?:${CONJUNCTIONS})$`, 'u');
const population = new RegExp(`^の[^、。はがをに（(]{0,12}?(?:${POPULATIONS})`, 'u');
/** 「より年率25%以上の成長率」: behind an open bound, no other noun makes sense either. */
const anyNoun = /^の[一-龥々ァ-ヶーA-Za-z]+/u;
/** Behind these, 「より」 compares nothing, and 「数」 ends no word: 「技術をより75%以上の企業に」. */
const free = /(?:^|[がをはもにでとや、。「『（(：:・\s]|まで|から|へ|の(?<![こそあ]の|もの))$/u;
const gluedCount = /[一-龥々ァ-ヶー〇A-Za-z]$/u;

/** より75%以上の企業, 数75%以上の人: 「多くの」 was replaced by a percentage, and its adverb stayed. */
export const degreeBeforeShare: Pattern = {
  id: 'degree-before-share',
  severity: 'error',
  description: {
    ja: '「より75%以上の企業」のように、程度や数の語が割合に掛かっている。',
    en: 'An adverb of degree or a word of number stands right before a share: 「より75%以上の企業」.',
  },
  *find(figures) {
    for (const figure of figures) {
      const problem = isPercent(figure) ? judge(figure) : undefined;
      if (problem) yield problem;
    }
  },
};

function judge(figure: Figure): Problem | undefined {
  const ahead = before(figure, 24);
  const word = degree.exec(ahead)?.[0];
  if (word === undefined || !standsFree(word, ahead.slice(0, ahead.length - word.length))) return undefined;
  const following = after(figure, 24);
  const noun = (population.exec(following) ?? (isOpen(word, figure) ? anyNoun.exec(following) : null))?.[0];
  if (noun === undefined) return undefined;
  const [start, end] = figure.at;
  const quoted = `${word}${figure.quantity.surface}${noun}`;
  const repaired = `${word === '何' ? '' : word}${noun.startsWith('の成長') ? '高い' : '多くの'}`;
  return {
    range: figure.rangeOf(start - word.length, end + noun.length),
    ...(conjunction.test(word) ? { severity: 'warning' } : {}),
    message: {
      ja: `「${quoted}」は、程度を表す「${word}」が割合に掛かり、意味が通りません。「${repaired}${noun.slice(1)}」などに直してください。`,
      en: `"${quoted}" makes no sense: "${word}" cannot modify a share. Write "${repaired}${noun.slice(1)}", for instance.`,
    },
    suggestions: [
      {
        message: { ja: `「${repaired}」に直す`, en: `Write "${repaired}"` },
        edit: { range: figure.rangeOf(start - word.length, end + 1), text: repaired },
      },
    ],
  };
}

function isOpen(word: string, figure: Figure): boolean {
  return isLowerBound(figure) && !conjunction.test(word) && word !== '数' && word !== '何';
}

function standsFree(word: string, ahead: string): boolean {
  if (word === '数' || word === '何') return !gluedCount.test(ahead);
  return word !== 'より' || (free.test(ahead) && !/に$/u.test(ahead));
}
