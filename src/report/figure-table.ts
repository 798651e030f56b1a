import type { Document } from '../document/document.ts';
import { type Figure, figuresIn } from '../figures/figure.ts';
import { type Meaning, meaningOf } from '../figures/meaning.ts';
import type { Interval } from '../figures/quantity.ts';
import { sectionOf } from '../figures/surroundings.ts';
import type { Locale } from '../lint/mistake.ts';
import { lineStartsOf, positionOf } from '../text/positions.ts';
import { printable, safeJson } from './printable.ts';
import { widthOf } from './width.ts';

const HEADS = {
  ja: ['位置', '数値', '値', '単位', '主語', '属性', '時点', '様相', '場所'],
  en: ['place', 'figure', 'value', 'unit', 'subject', 'attribute', 'time', 'modality', 'where'],
} as const;

/** How something is said, for Japanese readers; empty for what is simply stated. */
export const MODALITY_JA: Readonly<Record<Meaning['modality'], string>> = {
  stated: '',
  forecast: '予測',
  target: '目標',
  assumption: '仮定',
  quotation: '引用',
  negation: '否定',
};

/** Every figure of an article as a table for a terminal, columns aligned by terminal cells; ends with a line break. */
export function formatFigureTable(document: Document, locale: Locale): string {
  const starts = lineStartsOf(document.text);
  const rows = figuresIn(document).map((figure) => rowOf(figure, document, starts, locale));
  const all = [HEADS[locale], ...rows];
  const widths = HEADS[locale].map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))));
  return `${all.map((row) => `${row.map((cell, i) => padded(cell, widths[i] ?? 0)).join('  ')}`.trimEnd()).join('\n')}\n`;
}

/** The same as JSON: an array in the order of the file, one figure an entry. Infinite ends of an interval are null. */
export function formatFigureJson(document: Document): string {
  const starts = lineStartsOf(document.text);
  return `${safeJson(
    figuresIn(document).map((figure) => entryOf(figure, document, starts)),
    1,
  )}\n`;
}

function rowOf(figure: Figure, document: Document, starts: readonly number[], locale: Locale): readonly string[] {
  const { quantity, place, range } = figure;
  const { subject, attribute, time, modality } = meaningOf(figure, document);
  const { line, column } = positionOf(document.text, range[0], starts);
  return [
    `${line}:${column}`,
    clipped(quantity.surface, 28),
    valueText(quantity.value, quantity.dimension === 'date'),
    `${quantity.unit}${quantity.per.map((per) => `/${per.count === 1 ? '' : per.count}${per.unit}`).join('')}`,
    clipped(subject ?? '', 28),
    (locale === 'ja' ? attribute?.name : attribute?.id) ?? '',
    clipped(time?.surface ?? '', 16),
    locale === 'ja' ? MODALITY_JA[modality] : modality === 'stated' ? '' : modality,
    place.kind === 'front-matter' ? place.key : place.kind,
  ].map(printable);
}

function entryOf(figure: Figure, document: Document, starts: readonly number[]): object {
  const { quantity, place, range } = figure;
  const { subject, attribute, time, modality } = meaningOf(figure, document);
  return {
    ...positionOf(document.text, range[0], starts),
    range,
    surface: quantity.surface,
    value: [quantity.value.lower, quantity.value.upper],
    stated: [quantity.stated.lower, quantity.stated.upper],
    printed: quantity.printed,
    unit: quantity.unit,
    dimension: quantity.dimension,
    per: quantity.per,
    kind: quantity.kind,
    modifiers: quantity.modifiers,
    subject: subject ?? null,
    attribute: attribute?.id ?? null,
    time: time?.surface ?? null,
    modality,
    place: place.kind === 'front-matter' ? `front-matter:${place.key}` : place.kind,
    section: sectionOf(figure, document),
  };
}

/** `[lower, upper]`, one number where both are equal; days of dates as calendar dates. */
export function valueText({ lower, upper }: Interval, isDate: boolean): string {
  const show = isDate ? dateText : numberText;
  return lower === upper ? show(lower) : `[${show(lower)}, ${show(upper)}]`;
}

function dateText(days: number): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? numberText(days) : date.toISOString().slice(0, 10);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-∞' : '∞';
  const shown = Number(value.toPrecision(12)).toString();
  return shown.includes('e') ? shown : shown.replaceAll(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',');
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** At most `width` terminal cells of a text. */
function clipped(text: string, width: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (widthOf(line) <= width) return line;
  let shown = '';
  for (const character of line) {
    if (widthOf(shown + character) >= width) break;
    shown += character;
  }
  return `${shown}…`;
}
