import type { Document } from '../document/document.ts';
import { type Figure, figuresIn } from '../figures/figure.ts';
import { type Meaning, meaningOf } from '../figures/meaning.ts';
import type { Quantity } from '../figures/quantity.ts';
import { unitWord } from '../figures/units.ts';
import type { Locale } from '../lint/mistake.ts';
import { MODALITY_JA, valueText } from '../report/figure-table.ts';
import { grouped } from '../report/grouped.ts';
import { lineStartsOf, positionOf } from '../text/positions.ts';
import type { Explained } from './tasks.ts';

const MAX_RELATIVES = 5;

const WORDS = {
  ja: { value: '値', unit: '単位', subject: '主語', attribute: '属性', time: '時点', modality: '述べ方', line: '行' },
  en: {
    value: 'value',
    unit: 'unit',
    subject: 'subject',
    attribute: 'attribute',
    time: 'time',
    modality: 'modality',
    line: 'line ',
  },
} as const;

/** What koetsu reads in the figure at an offset, and where else the article speaks of the same; undefined if there is none. */
export function explainFigure(document: Document, offset: number, locale: Locale): Explained | undefined {
  const figures = figuresIn(document);
  const figure = figures.find(({ range }) => range[0] <= offset && offset <= range[1]);
  if (!figure) return undefined;
  const meaning = meaningOf(figure, document);
  const relatives = figures.filter((other) => other !== figure && areKin(figure, other, meaning, document));
  const starts = lineStartsOf(document.text);
  const words = WORDS[locale];
  const lines = relatives.slice(0, MAX_RELATIVES).map((other) => {
    const { line } = positionOf(document.text, other.range[0], starts);
    const place = locale === 'ja' ? `${line}${words.line}` : `${words.line}${line}`;
    return `- ${place}: ${escaped(other.quantity.surface)} = ${shownValue(other)}`;
  });
  return { range: figure.range, text: [...described(figure, meaning, locale), ...lines].join('\n') };
}

function described(figure: Figure, meaning: Meaning, locale: Locale): string[] {
  const { quantity } = figure;
  const words = WORDS[locale];
  const { attribute, modality } = meaning;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.value, shownValue(figure)],
    [words.unit, locale === 'ja' ? unitJa(quantity) : unitEn(quantity)],
    [words.subject, meaning.subject],
    [words.attribute, locale === 'ja' ? attribute?.name : attribute?.id],
    [words.time, meaning.time?.surface],
    [words.modality, locale === 'ja' ? MODALITY_JA[modality] : modality === 'stated' ? undefined : modality],
  ];
  const shown = rows.flatMap(([name, value]) => (value ? [`${name}: ${escaped(value)}`] : []));
  return [`**${escaped(quantity.surface)}**`, '', shown.join(' · '), ''];
}

/** 「円（1人・1年あたり）」 */
function unitJa({ unit, unitText, per }: Quantity): string {
  const each = per.map(({ count, unit: of }) => `${grouped(count)}${unitWord(of)}`);
  return `${unitWord(unit, unitText)}${each.length > 0 ? `（${each.join('・')}あたり）` : ''}`;
}

function unitEn({ unit, per }: Quantity): string {
  const own = unit === 'none' ? '' : unit.replace(/^noun:/, '');
  return `${own}${per.map(({ count, unit: of }) => `/${count === 1 ? '' : grouped(count)}${of}`).join('')}`;
}

/** The value as it is read: 「3〜5」「〜100」, the time of a clock, the day of a date. */
function shownValue({ quantity: { value, dimension } }: Figure): string {
  const show = (one: number): string =>
    dimension === 'clock' ? clockText(one) : valueText({ lower: one, upper: one }, dimension === 'date');
  const { lower, upper } = value;
  if (lower === upper) return show(lower);
  return `${Number.isFinite(lower) ? show(lower) : ''}〜${Number.isFinite(upper) ? show(upper) : ''}`;
}

function clockText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`;
}

/** The same unit, and the same subject or attribute as far as the words name them. */
function areKin(figure: Figure, other: Figure, meaning: Meaning, document: Document): boolean {
  const [a, b] = [figure.quantity, other.quantity];
  if (a.unit !== b.unit || a.dimension !== b.dimension || a.per.length !== b.per.length) return false;
  const { subject, attribute } = meaningOf(other, document);
  if (meaning.subject !== undefined && subject === meaning.subject) return true;
  return meaning.attribute !== undefined && attribute?.id === meaning.attribute.id;
}

function escaped(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>|~#]/g, '\\$&');
}
