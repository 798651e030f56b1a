import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval, Quantity } from '../../../src/figures/quantity.ts';
import { secondsOf } from '../../../src/figures/units.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, isSingle, meant } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { after, between, statementsOf } from '../statements.ts';

/** 「100マイル（約260km）」「90分（2.5時間）」: one quantity in two units, with two values. */
export const unitConversion: Relation = {
  id: 'unit-conversion',
  severity: 'error',
  description: {
    ja: '単位を換算した値が、元の値と合わない。',
    en: 'A value converted to another unit does not match.',
  },
  find,
};

const JOINT = /^[ 　]?(?:[（(＝=][ 　]?(?:約|およそ)?|、?(?:つまり|すなわち)、?(?:約|およそ)?)$/;
const BEHIND = /^(?:[ 　]?[)）、。]|程度|前後|ほど|弱|強|超|相当|に相当|です|だ|$)/;
const MEASURED: readonly string[] = [
  'length',
  'area',
  'volume',
  'mass',
  'data',
  'speed',
  'temperature',
  'time',
  'power',
  'data-rate',
];

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const [i, first] of row.entries()) {
      const second = row[i + 1];
      if (!second || !isPair(first, second) || !JOINT.test(between(first, second)) || !BEHIND.test(after(second, 3)))
        continue;
      const [a, b] = [inBase(first.quantity), inBase(second.quantity)];
      if (!a || !b || !areClose(a, b) || isDifference(first.quantity, second.quantity)) continue;
      yield problemOf(first, second);
    }
  }
}

function isPair({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  if (a.dimension !== b.dimension || !MEASURED.includes(a.dimension) || !isSingle(a) || !isSingle(b)) return false;
  return (
    a.per.length === 0 &&
    b.per.length === 0 &&
    a.unitText !== b.unitText &&
    a.kind === 'exact' &&
    b.kind === 'exact' &&
    areConvertible(a, b)
  );
}

/** A working day, a month and a year have no fixed length in hours, days and weeks; 合計 changes the meaning. */
function areConvertible(a: Quantity, b: Quantity): boolean {
  if (a.modifiers.includes('total') || b.modifiers.includes('total')) return false;
  if (a.dimension !== 'time') return true;
  return [CLOCK, CALENDAR].some((units) => units.includes(a.unit) && units.includes(b.unit));
}

const CLOCK: readonly string[] = ['hour', 'minute', 'second'];
const CALENDAR: readonly string[] = ['year', 'month'];

/** The quantity in one unit for all of its dimension. */
function inBase(quantity: Quantity): Interval | undefined {
  const { lower, upper } = meant(quantity);
  if (quantity.dimension === 'temperature') {
    const toCelsius = (value: number) => (quantity.unit === 'fahrenheit' ? ((value - 32) * 5) / 9 : value);
    return { lower: toCelsius(lower) - 1, upper: toCelsius(upper) + 1 };
  }
  const factor = quantity.dimension === 'time' ? secondsOf(quantity.unit) : FACTORS[quantity.unit];
  return factor === undefined ? undefined : { lower: lower * factor * 0.97, upper: upper * factor * 1.03 };
}

/** Units that the lexer has brought to one base already. */
const FACTORS: Readonly<Record<string, number>> = {
  meter: 1,
  'square-meter': 1,
  'cubic-meter': 1,
  gram: 1,
  byte: 1,
  bit: 1 / 8,
  watt: 1,
  'kilometer-per-hour': 1,
  'bit-per-second': 1,
  'byte-per-second': 8,
};

/** 「10℃（18℉）上がった」 converts a difference, which has no zero point. */
function isDifference(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== 'temperature' || a.unit === b.unit) return false;
  const [celsius, fahrenheit] = a.unit === 'celsius' ? [a, b] : [b, a];
  return Math.abs(fahrenheit.stated.lower - celsius.stated.lower * 1.8) <= 1;
}

/** Apart, but within the reach of a slip: 「10分（1秒間隔）」 gives no conversion at all. */
function areClose(a: Interval, b: Interval): boolean {
  if (!disjoint(a, b)) return false;
  if (a.lower <= 0 || b.lower <= 0) return true;
  const ratio = b.lower / a.lower;
  return ratio > 0.05 && ratio < 20;
}

function problemOf(first: Figure, second: Figure): Problem {
  const [a, b] = [first.quantity.surface, second.quantity.surface];
  return {
    range: second.range,
    message: {
      ja: `「${a}」を「${b}」と換算していますが、同じ量になりません。どちらかを直してください。`,
      en: `"${a}" is converted to "${b}", which is not the same quantity. Correct one of them.`,
    },
    related: [{ range: first.range, message: { ja: '換算される値です。', en: 'The value that is converted.' } }],
  };
}
