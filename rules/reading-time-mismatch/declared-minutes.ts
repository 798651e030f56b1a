import type { ScalarValue } from '../../src/document/front-matter.ts';
import type { Range } from '../../src/text/range.ts';

/** A reading time as the author wrote it. */
export interface Declared {
  /** NaN where the text holds no number. */
  readonly minutes: number;
  /** Of the number alone, sign included; of the whole value where there is none. */
  readonly range: Range;
}

/** Front matter keys that usually hold a reading time. */
export const USUAL_KEYS: readonly string[] = [
  'reading_time',
  'readingTime',
  'reading-time',
  'read_time',
  'readTime',
  'minutes_to_read',
];

const NUMBER = /[-−]?[0-9０-９]+(?:[.．][0-9０-９]+)?/gu;
const OTHER_UNIT = /秒|時間|sec|hour|\bhr?s?\b/i;

/**
 * The minutes in a value such as `8`, `"8 min"` or `約8分`. Undefined where there is nothing to compare: no value,
 * `true` (themes that compute the time themselves), two numbers (5–7分) or another unit than minutes.
 */
export function declaredMinutesIn(scalar: ScalarValue): Declared | undefined {
  const { value, text } = scalar;
  if (value === null || typeof value === 'boolean' || text.text.trim() === '') return undefined;
  const numbers = [...text.text.matchAll(NUMBER)];
  const [number] = numbers;
  if (!number) return { minutes: Number.NaN, range: scalar.range };
  if (numbers.length > 1 || OTHER_UNIT.test(text.text)) return undefined;
  const minutes = Number(number[0].normalize('NFKC').replace('−', '-'));
  return { minutes, range: text.rangeOf(number.index, number.index + number[0].length) };
}
