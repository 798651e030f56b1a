import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Meaning } from '../../../src/figures/meaning.ts';
import { isSingle } from '../interval.ts';

/** Shorter texts of the front matter speak for the body; they are where a slip goes unnoticed. */
export function isSummary({ place }: Figure): boolean {
  return place.kind === 'front-matter';
}

/** True of one positive printed amount that is no date, ordinal or rate itself. */
export function isAmount({ quantity }: Figure): boolean {
  const { dimension, role, stated } = quantity;
  return (
    role === 'cardinal' &&
    dimension !== 'date' &&
    dimension !== 'clock' &&
    isSingle(quantity) &&
    stated.lower > 0 &&
    Number.isFinite(stated.lower)
  );
}

/** Unit and period of an amount: only amounts with the same one can be compared. */
export function unitKey({ quantity }: Figure): string {
  return [quantity.unit, ...quantity.per.map((per) => `${per.count} ${per.unit}`)].join('/');
}

/** The significant digits of a number: 3,900,000,000 and 39 → 39. At most six. */
export function digitsOf(value: number): string {
  return value.toExponential(5).replace(/e.*$/, '').replace('.', '').replace(/0+$/, '');
}

/** Power of ten that leads from one amount to another with the same digits; undefined if the digits differ. */
export function powerBetween(from: number, to: number): number | undefined {
  const power = Math.round(Math.log10(to / from));
  return power !== 0 && Math.abs(to / from / 10 ** power - 1) < 1e-6 ? power : undefined;
}

/** True if two meanings name the same attribute of what may be the same subject. */
export function isSameThing(a: Meaning, b: Meaning): boolean {
  return a.attribute !== undefined && a.attribute.id === b.attribute?.id && isSameSubject(a.subject, b.subject);
}

/** Subjects agree if the longer one ends or starts with the shorter: OpenAI, 米OpenAI, OpenAIの. */
function isSameSubject(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [x, y] = [folded(a), folded(b)];
  if (x.length < 2 || y.length < 2) return x === y;
  return x.length <= y.length ? y.endsWith(x) || y.startsWith(x) : x.endsWith(y) || x.startsWith(y);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s・「」『』（）()]/g, '');
}

/** False if both name a year (or a part of it) and the years differ, or if only one of them names its time. */
export function isSameTime(a: Meaning, b: Meaning): boolean {
  if (a.time === undefined || b.time === undefined) return a.time === b.time;
  const [x, y] = [a.time.date, b.time.date];
  if (!x || !y || x.relative || y.relative) return a.time.surface === b.time.surface;
  return x.year === y.year && x.month === y.month && x.quarter === y.quarter && x.fiscal === y.fiscal;
}

/** False if both name a year and the years differ. */
export function mayBeSameTime(a: Meaning, b: Meaning): boolean {
  const [x, y] = [a.time?.date?.year, b.time?.date?.year];
  return x === undefined || y === undefined || x === y;
}

/** Content words around a figure: nouns of two characters or more, without numbers. At most `reach` characters away. */
export function wordsAround(figure: Figure, document: Document, reach: number): ReadonlySet<string> {
  const { text, at } = figure;
  const words = new Set<string>();
  let position = 0;
  for (const { surface_form: surface, pos, pos_detail_1: detail } of document.morphemes(text)) {
    const near = position + surface.length > at[0] - reach && position < at[1] + reach;
    const inside = position < at[1] && position + surface.length > at[0];
    if (near && !inside && pos === '名詞' && !SKIPPED.has(detail) && surface.length > 1)
      words.add(surface.toLowerCase());
    position += surface.length;
  }
  return words;
}

const SKIPPED = new Set(['数', '接尾', '非自立', '代名詞', '副詞可能']);

/** What one article states of many things: without the thing's own name the figures cannot be told apart. */
export const OF_MANY: ReadonlySet<string> = new Set([
  'price',
  'running-cost',
  'cost',
  'initial-cost',
  'saving',
  'grant',
  'salary',
  'duration',
  'working-time',
]);

/** A round, a part or a step of the amount, said in the words right before it. */
export function isOneOfSeveral({ text, at, quantity }: Figure): boolean {
  return (
    quantity.modifiers.some((it) => it === 'cumulative' || it === 'average' || it === 'each') ||
    /(?:シリーズ[A-H]|シード|前回|当初|以前|かつて|従来|うち|累計|累積|延べ|年間|[1１一]年|通期|四半期|半期)(?![^。]*から)[^。]{0,20}$/.test(
      text.slice(Math.max(0, at[0] - 30), at[0]),
    )
  );
}

/** True if the body states the amount or a range that holds it, within 2 %. */
export function isMentioned({ quantity: { stated, unit }, text }: Figure, figures: readonly Figure[]): boolean {
  return figures.some(
    (it) =>
      !isSummary(it) &&
      !text.includes(it.text) &&
      it.quantity.unit === unit &&
      it.quantity.stated.lower <= stated.lower * 1.02 &&
      it.quantity.stated.upper >= stated.upper * 0.98,
  );
}
