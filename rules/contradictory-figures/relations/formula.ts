import type { Figure } from '../../../src/figures/figure.ts';
import { numeralAt } from '../../../src/figures/numerals.ts';
import { secondsOf } from '../../../src/figures/units.ts';
import type { Problem } from '../../rule.ts';
import { evaluate } from '../expression.ts';
import { type Formula, formulasIn } from '../formulas.ts';
import { isSingle, rounded } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { statementsOf, stretch, testOfText } from '../statements.ts';
import { numberEn, numberLike, plain } from '../wording.ts';

/** 「1.5%×100万×1,000円＝15億円」: a printed formula whose result is wrong. */
export const formula: Relation = {
  id: 'formula',
  severity: 'error',
  description: {
    ja: '印刷された計算式（＋−×÷）の答えが合わない。',
    en: 'The result of a printed formula is wrong.',
  },
  find,
};

const mayCompute = testOfText(/[×✕xX*＊÷/／+＋\-−－–]/);

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const statement of statementsOf(figures)) {
    if (!mayCompute(statement)) continue;
    for (const found of formulasIn(statement)) {
      const results = resultsOf(found);
      const [best] = results;
      if (best !== undefined && !results.some((it) => fits(it, found))) yield problemOf(found, best);
    }
  }
}

/**
 * The readings of a formula: units with a prefix as printed or in the base unit (5トン × 20万円), the result as a share or in
 * percent (1 ÷ 4 × 100 = 25%), minutes counted as hours. The most usual one first.
 */
function resultsOf({ tokens, operands, result }: Formula): readonly number[] {
  if (![...operands, result].every(isPlain)) return [];
  const isShare = result.quantity.unit === 'percent';
  const readings = [
    { percent: 0.01, isPrinted: true },
    { percent: 0.01, isPrinted: false },
    ...(isShare ? [{ percent: 1, isPrinted: true }] : []),
  ];
  const values = readings.flatMap((reading) => evaluate(tokens, (figure) => numberOf(figure, reading)) ?? []);
  const known = values.flatMap((value) => (isShare ? [value * 100, value] : [value]));
  return known.flatMap((value) => [value, ...timeFactors(operands, result).map((factor) => value * factor)]);
}

function isPlain({ quantity }: Figure): boolean {
  return (
    isSingle(quantity) && quantity.role === 'cardinal' && quantity.dimension !== 'date' && quantity.kind !== 'bound'
  );
}

interface Reading {
  readonly percent: number;
  readonly isPrinted: boolean;
}

function numberOf(figure: Figure, { percent, isPrinted }: Reading): number {
  const { quantity, text } = figure;
  const hasPrefix = !['money', 'count', 'number', 'ratio', 'points', 'multiple', 'time'].includes(quantity.dimension);
  const printed = isPrinted && hasPrefix ? numeralAt(text, quantity.core[0])?.lower : undefined;
  const value = printed ?? Math.abs(quantity.stated.lower);
  return quantity.unit === 'percent' || quantity.unit === 'point' ? value * percent : value;
}

/** 15分 × 20件 = 5時間; a working day has 7 to 8 hours. */
function timeFactors(operands: readonly Figure[], result: Figure): readonly number[] {
  const target = secondsOf(result.quantity.unit);
  if (target === undefined) return [];
  return operands.flatMap(({ quantity: { unit } }) => {
    const source = secondsOf(unit);
    if (source === undefined || unit === result.quantity.unit) return [];
    return [source / target, ...(result.quantity.unit === 'day' ? [source / (8 * 3600), source / (7.5 * 3600)] : [])];
  });
}

function fits(value: number, { result, operands, isRough }: Formula): boolean {
  const about = isRough || [result, ...operands].some(({ quantity }) => quantity.modifiers.includes('about'));
  const slack = Math.abs(value) * (about ? 0.1 : 0.005);
  const { lower, upper } = rounded(result.quantity, 0.02);
  return value >= lower - slack && value <= upper + slack;
}

function problemOf({ operands, result }: Formula, value: number): Problem {
  const [first = result] = operands;
  const last = operands.at(-1) ?? result;
  const { quantity, rangeOf, text } = result;
  const printed = closedUp(text.slice(first.at[0], last.at[1]));
  const number =
    quantity.dimension === 'money' || quantity.dimension === 'count'
      ? numberLike(quantity.surface, value)
      : plain(value, 4);
  const fixed = `${number}${quantity.unitText}`;
  const isPrefix = !text.slice(...quantity.core).endsWith(quantity.unitText);
  return {
    range: result.range,
    message: {
      ja: `「${printed}」は${fixed}で、「${quantity.surface}」ではありません。どちらかを直してください。`,
      en: `"${printed}" is ${numberEn(value, 4)}, not "${quantity.surface}". Correct one of them.`,
    },
    related: [{ range: stretch(first, last), message: { ja: '計算式です。', en: 'The formula.' } }],
    ...(isPrefix
      ? {}
      : {
          suggestions: [
            {
              message: { ja: `「${fixed}」に直す`, en: `Replace by "${fixed}"` },
              edit: { range: rangeOf(...quantity.core), text: fixed },
            },
          ],
        }),
  };
}

/** Adds the brackets which stand just outside of the first and last figure. */
function closedUp(printed: string): string {
  const surplus = printed.replaceAll(/[^(（]/g, '').length - printed.replaceAll(/[^)）]/g, '').length;
  return `${'('.repeat(Math.max(0, -surplus))}${printed}${')'.repeat(Math.max(0, surplus))}`;
}
