/** A number as printed. Bounds differ only for vague numerals: 数百 is [200, 900], 十数 is [11, 19] (as normalizeNumexp reads 数). */
export interface Numeral {
  readonly end: number;
  readonly lower: number;
  readonly upper: number;
  /** Size of the last printed digit: 3.5万 → 1,000. */
  readonly printed: number;
  /** Size of the last printed digit that is not zero. */
  readonly rounded: number;
  /** True if written without Arabic digits. Such numerals need a counter to be figures: 一部 and 百貨店 are words. */
  readonly kanji: boolean;
  readonly vague: boolean;
  /** True if it carries 万・億・兆, which a range may share: 10〜15億. */
  readonly scaled: boolean;
  /** Greatest of those scales, else 1. */
  readonly scale: number;
  /** Count of Arabic digits if the numeral is nothing else, else 0: years are told by it. */
  readonly plainDigits: number;
}

const digits =
  /[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?/y;
const kanjiDigits = '〇一二三四五六七八九';
const digitValues = new Map([...kanjiDigits].map((it, i) => [it, i] as const)).set('零', 0);
const smallScales = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const bigScales = new Map([
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
  ['京', 1e16],
]);

/** A number below 10,000 (or any run of Arabic digits), before 万・億・兆. */
interface Group {
  readonly end: number;
  readonly lower: number;
  readonly upper: number;
  readonly printed: number;
  readonly rounded: number;
  readonly kanji: boolean;
}

/** Returns the numeral that starts at `start`, or undefined. 数 and 何 alone count as [2, 9] and [2, 9]: the caller demands a counter. */
export function numeralAt(text: string, start: number): Numeral | undefined {
  let position = start;
  let [lower, upper, printed, rounded] = [0, 0, 0, 0];
  let [scale, lastScale, kanji] = [1, Infinity, true];
  let groups = 0;
  while (lastScale > 1) {
    const group = groupAt(text, position);
    if (!group) break;
    const big = bigScaleAt(text, group.end);
    // 1億3兆 is two numbers, and 2万3.5 is none.
    if (big >= lastScale || (groups > 0 && group.upper >= lastScale)) break;
    lower = tidy(lower + group.lower * big);
    upper = tidy(upper + group.upper * big);
    printed = tidy(group.printed * big);
    rounded = group.rounded === 0 && groups > 0 ? rounded : tidy(group.rounded * big);
    kanji &&= group.kanji;
    scale = Math.max(scale, big);
    lastScale = big;
    groups += 1;
    position = group.end + (big > 1 ? 1 : 0);
  }
  if (groups === 0) return undefined;
  const plain = groups === 1 && scale === 1 && /^[0-9０-９]+$/.test(text.slice(start, position));
  const plainDigits = plain ? position - start : 0;
  return {
    end: position,
    lower,
    upper,
    printed,
    rounded,
    kanji,
    vague: lower !== upper,
    scaled: scale > 1,
    scale,
    plainDigits,
  };
}

function bigScaleAt(text: string, position: number): number {
  return bigScales.get(text.charAt(position)) ?? 1;
}

function groupAt(text: string, start: number): Group | undefined {
  const first = text.charAt(start);
  if (first === '数' || first === '何') return vagueGroupAt(text, start);
  digits.lastIndex = start;
  const found = digits.exec(text)?.[0];
  return found === undefined ? kanjiGroupAt(text, start) : arabicGroupAt(text, start, found);
}

/** 2千, 3百万, 10数社 continue Arabic digits. */
function arabicGroupAt(text: string, start: number, found: string): Group {
  const end = start + found.length;
  const plain = found.normalize('NFKC').replaceAll(',', '');
  const value = Number(plain);
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const printed = 10 ** -decimals;
  const rounded = value === 0 ? 0 : printed * 10 ** trailingZeros(plain.replace('.', ''));
  const power = text[end] === '^' ? powerAt(text, end + 1) : undefined;
  if (power)
    return {
      end: power.end,
      lower: value ** power.exponent,
      upper: value ** power.exponent,
      printed: 0,
      rounded: 0,
      kanji: false,
    };
  const small = smallScales.get(text.charAt(end));
  if (small !== undefined && value < 10) {
    const rest = kanjiGroupAt(text, end + 1, small);
    const tail = rest ?? { end: end + 1, lower: 0, upper: 0, printed: small * printed, rounded: small * printed };
    return { ...tail, lower: value * small + tail.lower, upper: value * small + tail.upper, kanji: false };
  }
  if (text[end] === '数' && value % 10 === 0 && decimals === 0 && value > 0) {
    return { end: end + 1, lower: value + 1, upper: value + 9, printed: 1, rounded: 1, kanji: false };
  }
  return { end, lower: value, upper: value, printed, rounded, kanji: false };
}

/** 10^25 FLOPS */
function powerAt(text: string, start: number): { readonly end: number; readonly exponent: number } | undefined {
  const found = /^[0-9]{1,3}/.exec(text.slice(start, start + 3))?.[0];
  return found === undefined ? undefined : { end: start + found.length, exponent: Number(found) };
}

/** 数, 数十, 数百, 数千, 数10, 何十: an unknown digit from 2 to 9. 何 alone is a question, no number. */
function vagueGroupAt(text: string, start: number): Group | undefined {
  const small = smallScales.get(text.charAt(start + 1));
  const arabic = /^(?:10{1,3}|１０{1,3})(?![0-9０-９.,，])/.exec(text.slice(start + 1, start + 7))?.[0];
  // 利用者数100名 has a hundred users.
  const isNounTail = /[一-龥ァ-ヶー々]/.test(text.charAt(start - 1));
  if (arabic !== undefined && text[start] === '数') {
    if (isNounTail) return undefined;
    const size = 10 ** (arabic.length - 1);
    return {
      end: start + 1 + arabic.length,
      lower: 2 * size,
      upper: 9 * size,
      printed: size,
      rounded: size,
      kanji: false,
    };
  }
  if (small === undefined && text[start] === '何' && bigScaleAt(text, start + 1) === 1) return undefined;
  const size = small ?? 1;
  const end = start + (small === undefined ? 1 : 2);
  return { end, lower: 2 * size, upper: 9 * size, printed: size, rounded: size, kanji: true };
}

/** 百二十三, 二〇二五, 十数, 二三 (two or three); below `limit`, so that 2千5百 can go on. */
function kanjiGroupAt(text: string, start: number, limit = 10_000): Group | undefined {
  let position = start;
  while (digitValues.has(text.charAt(position))) position += 1;
  const run = position - start;
  if (run >= 2) return positionalGroup(text.slice(start, position), position);
  return additiveGroupAt(text, start, limit);
}

function positionalGroup(run: string, end: number): Group | undefined {
  const values = [...run].map((it) => digitValues.get(it) ?? 0);
  const [first = 0, second = 0] = values;
  // 二三社 is two or three; 二三 as 23 is not written.
  if (values.length === 2 && second === first + 1 && first > 0) {
    return { end, lower: first, upper: second, printed: 1, rounded: 1, kanji: true };
  }
  const value = Number(values.join(''));
  // 〇〇時間 leaves the number to the reader.
  if (value === 0) return undefined;
  return { end, lower: value, upper: value, printed: 1, rounded: 10 ** trailingZeros(values.join('')), kanji: true };
}

function additiveGroupAt(text: string, start: number, limit: number): Group | undefined {
  let position = start;
  let [lower, upper, last, ceiling] = [0, 0, 0, limit];
  for (;;) {
    const step = additiveStepAt(text, position, ceiling);
    if (!step) break;
    lower += step.lower;
    upper += step.upper;
    last = step.size;
    ceiling = step.size;
    position = step.end;
  }
  return position === start ? undefined : { end: position, lower, upper, printed: last, rounded: last, kanji: true };
}

/** One of 三百, 十, 五, or 数 (after a greater scale: 十数, 百数十); only scales below `ceiling` may follow. */
function additiveStepAt(text: string, position: number, ceiling: number) {
  const digit = digitValues.get(text.charAt(position));
  const vague = text[position] === '数' && ceiling < 10_000;
  const scaleAt = digit === undefined && !vague ? position : position + 1;
  const size = smallScales.get(text.charAt(scaleAt)) ?? 1;
  if (size >= ceiling || (size === 1 && digit === undefined && !vague)) return undefined;
  const end = size === 1 ? scaleAt : scaleAt + 1;
  if (!vague) return { end, lower: (digit ?? 1) * size, upper: (digit ?? 1) * size, size };
  // 十数 is 11 to 19, 百数十 is 120 to 190.
  return { end, lower: (size === 1 ? 1 : 2) * size, upper: 9 * size, size };
}

function trailingZeros(digitsOnly: string): number {
  let count = 0;
  while (count < digitsOnly.length - 1 && digitsOnly[digitsOnly.length - 1 - count] === '0') count += 1;
  return count;
}

/** Takes binary noise out of a decimal product: 3.3 × 1e8 is 330000000, not 329999999.99999994. */
export function tidy(value: number): number {
  return Number.isSafeInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}
