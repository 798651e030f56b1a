import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { bareGap, type Change, changesIn, directionAfter, factorBetween, raisedIn } from '../changes.ts';
import { disjoint, meant, over, times } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { after, statementsOf, stretch } from '../statements.ts';
import { plain } from '../wording.ts';
import { isYearlyRate } from '../yearly-rate.ts';

/** 「40万個から60万個へ、2倍に」: two values and a rate of change that do not go together. */
export const change: Relation = {
  id: 'change',
  severity: 'error',
  description: {
    ja: '「AからBへ」の2つの値と、倍率や増減率が合わない。',
    en: 'Two values of a change do not go with its stated rate.',
  },
  find,
};

function* find(figures: readonly Figure[]): Generator<Problem> {
  const statements = statementsOf(figures);
  for (const found of [...changesIn(statements), ...raisedIn(statements)]) {
    const factor = 1 / factorBetween(found.from.quantity, found.to.quantity);
    const ratio = times(over(meant(found.to.quantity), meant(found.from.quantity)), { lower: factor, upper: factor });
    if (!(ratio.lower > 0) || !Number.isFinite(ratio.upper)) continue;
    const claim = found.claims.find((it) => isClaim(found, it));
    const problem = claim ? rateProblem(found, claim, ratio) : wordProblem(found, ratio);
    if (problem) yield problem;
  }
}

/** The claim speaks of this change if nothing but the change itself stands between. */
function isClaim({ from, to, statement }: Change, claim: Figure): boolean {
  const { dimension } = claim.quantity;
  if (dimension !== 'multiple' && dimension !== 'ratio') return false;
  if (isYearlyRate(claim)) return false;
  if (claim.at[0] > from.at[0] && claim.at[1] < to.at[0]) return true;
  if (claim.at[0] < from.at[0])
    return (
      directionAfter(claim) !== undefined && /^[^、。]{1,8}[（(：:、][^、。]{0,12}$/.test(textBetween(claim, from))
    );
  const gap = bareGap(to, claim, statement);
  if (OTHER_SUBJECT.test(gap)) return false;
  if (isFraction(claim)) return NEAR.test(gap) && /^(?:にまで|まで|に|へ)(?!当|あた|相当)/.test(after(claim, 4));
  if (dimension === 'ratio') return NEAR.test(gap) && directionAfter(claim) !== undefined;
  return (
    NEAR.test(gap) &&
    /^(?:近く|以上|超)?(?:もの?|の|に|へ|と|増|[）)。、]|$|以上|拡|成|高|改|向|速|短|伸)/.test(after(claim, 4))
  );
}

/** 「150万人に増え、男性は30%減った」 and 「休日に限れば25%増」 speak of something else, 「…に減り、減少率は59%」 does not. */
const OTHER_SUBJECT = /、[^、。]{0,12}(?<![率幅比果])[はもが]約?$|限(?:れば|ると|って)|だけ|のみ|うち|では/;
const NEAR =
  /^(?:規模|程度|以上|超)?(?:へと|へ|にまで|に|まで|と|となり)?[^、。0-9]{0,12}?(?:[（(、→＝=]|し|く|て|と|へ|に|まで|約|実に|およそ|ほぼ|）|で|$)[^、。0-9]{0,8}$/;

/** 「3分の1に」 says what is left, not what was taken. */
function isFraction({ quantity }: Figure): boolean {
  return quantity.dimension === 'ratio' && quantity.surface.includes('分の');
}

function textBetween(first: Figure, second: Figure): string {
  return first.text.slice(first.at[1], second.at[0]);
}

function rateProblem(found: Change, claim: Figure, ratio: Interval): Problem | undefined {
  const { quantity } = claim;
  const isMultiple = quantity.dimension === 'multiple';
  // 1.5 is not twice, although it would round to 2.
  const printed = isMultiple ? Math.min(quantity.printed, quantity.stated.lower * 0.24) : quantity.printed;
  const stated = meant({ ...quantity, printed });
  const fits = isFraction(claim)
    ? fitsFraction(stated, ratio)
    : isMultiple
      ? fitsMultiple(stated, ratio, after(claim, 4))
      : fitsPercent(found, stated, ratio, directionAfter(claim));
  return fits ? undefined : problemOf(found, claim);
}

/** 2倍に; 2倍増 may mean twice as much or twice as much on top; 10倍速い divides. */
function fitsMultiple(stated: Interval, ratio: Interval, behind: string): boolean {
  const loose = { lower: stated.lower * 0.96, upper: stated.upper * 1.04 };
  const inverse = { lower: 1 / ratio.upper, upper: 1 / ratio.lower };
  const added = { lower: loose.lower + 1, upper: loose.upper + 1 };
  return (
    !disjoint(loose, ratio) ||
    !disjoint(loose, inverse) ||
    (/^[の以上]*[増伸成上]/.test(behind) && !disjoint(added, ratio))
  );
}

/** A third is said of anything between 29 and 38 % (15 %, house value). */
function fitsFraction({ lower, upper }: Interval, ratio: Interval): boolean {
  return !disjoint({ lower: lower * 0.0085, upper: upper * 0.0115 }, ratio);
}

const POINTS = 2;

function fitsPercent(
  { from, to }: Change,
  stated: Interval,
  ratio: Interval,
  direction: 1 | -1 | 0 | undefined,
): boolean {
  const slack = { lower: stated.lower - POINTS, upper: stated.upper + Math.max(POINTS, stated.upper * 0.02) };
  const up = { lower: (ratio.lower - 1) * 100, upper: (ratio.upper - 1) * 100 };
  const down = { lower: -up.upper, upper: -up.lower };
  // 8分から3分: 「2.7倍速い」 is also 「167%高速化」.
  const faster = { lower: (1 / ratio.upper - 1) * 100, upper: (1 / ratio.lower - 1) * 100 };
  const candidates = direction === 1 ? [up] : direction === -1 ? [down] : [up, down, faster];
  if (from.quantity.dimension === 'ratio') candidates.push(pointsOf(from, to));
  return candidates.some((it) => !disjoint(slack, it));
}

/** 40%から25%: 15% is said for 15 points. */
function pointsOf(from: Figure, to: Figure): Interval {
  const points = Math.abs(to.quantity.stated.lower - from.quantity.stated.lower);
  return { lower: points - 0.5, upper: points + 0.5 };
}

/** 倍増 and 半減, which name their rate without a figure. */
function wordProblem({ from, to }: Change, ratio: Interval): Problem | undefined {
  const word = /^(?:規模|程度|以上)?(?:へと|へ|にまで|に|まで|と)?、?(?:約|ほぼ)?(倍増|半減)(?!以)/.exec(
    after(to, 14),
  )?.[1];
  if (!word) return undefined;
  const expected = word === '倍増' ? { lower: 1.6, upper: 3 } : { lower: 0.3, upper: 0.65 };
  if (!disjoint(expected, ratio)) return undefined;
  const factor = plain(to.quantity.stated.lower / from.quantity.stated.lower);
  return {
    range: stretch(from, to),
    severity: 'warning',
    message: {
      ja: `「${from.quantity.surface}」から「${to.quantity.surface}」は${factor}倍で、「${word}」ではありません。どちらかを直してください。`,
      en: `From "${from.quantity.surface}" to "${to.quantity.surface}" is ${factor} times as much, which is not "${word}". Correct one of them.`,
    },
  };
}

function problemOf({ from, to }: Change, claim: Figure): Problem {
  const a = from.quantity.stated.lower * factorBetween(from.quantity, to.quantity);
  const b = to.quantity.stated.lower;
  const factor = plain(b / a);
  const percent = `${plain(Math.abs(b / a - 1) * 100)}%`;
  const points = from.quantity.dimension === 'ratio' ? `${plain(Math.abs(b - a))}ポイント・` : '';
  return {
    range: claim.range,
    message: {
      ja: `「${from.quantity.surface}」から「${to.quantity.surface}」は${factor}倍（${points}${percent}の${b > a ? '増加' : '減少'}）で、「${claim.quantity.surface}」と合いません。どれかを直してください。`,
      en: `From "${from.quantity.surface}" to "${to.quantity.surface}" is ${factor} times as much (${percent} ${b > a ? 'more' : 'less'}), which does not go with "${claim.quantity.surface}". Correct one of them.`,
    },
    related: [
      { range: from.range, message: { ja: '変化の前の値です。', en: 'The value before the change.' } },
      { range: to.range, message: { ja: '変化の後の値です。', en: 'The value after the change.' } },
    ],
  };
}
