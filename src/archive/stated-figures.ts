import type { Document } from '../document/document.ts';
import { type Figure, figuresIn } from '../figures/figure.ts';
import { attributeOf, type Meaning, meaningOf } from '../figures/meaning.ts';
import type { CalendarDate, Quantity } from '../figures/quantity.ts';
import type { Range } from '../text/range.ts';

/** A figure whose words say fully what it is said of: a named subject, an attribute, a unit and a year. */
export interface StatedFigure {
  /** Figures with the same key speak of the same thing. */
  readonly key: string;
  /** For people: 「OpenAIの評価額（2025年）」 without brackets. */
  readonly name: string;
  readonly value: number;
  /** As it is printed. */
  readonly surface: string;
  readonly range: Range;
}

/** What an organisation, a product or a market has one of at a time. Prices, costs and durations depend on what the words leave out. */
const SINGULAR: ReadonlySet<string> = new Set([
  'revenue',
  'operating-profit',
  'net-profit',
  'annual-recurring-revenue',
  'valuation',
  'market-value',
  'market-size',
  'economic-effect',
  'investment',
  'budget',
  'acquisition-price',
  'fine',
  'growth-rate',
  'market-share',
  'adoption-rate',
  'employees',
  'users',
  'customers',
  'stores',
  'sales-volume',
  'population',
  'parameters',
  'context-window',
]);

/** Characters between a date and its figure. */
const CLAUSE = 30;
/** The figures of a country are not those of the world, even if only the start of the sentence says so. */
const REGION = /日本|国内/u;

const FREE_MODIFIERS: ReadonlySet<string> = new Set(['about', 'total', 'record']);

/** The figures of an article that other articles can be compared with, each key and value once, in the order of the text. */
export function statedFiguresIn(document: Document): StatedFigure[] {
  const figures = new Map<string, StatedFigure>();
  for (const figure of figuresIn(document)) {
    // Titles and descriptions are too short to say all that a figure is said of.
    const stated =
      figure.place.kind !== 'front-matter' &&
      isPlain(figure.quantity) &&
      SINGULAR.has(attributeOf(figure, document)?.id ?? '');
    const found = stated ? statedFigure(figure, meaningOf(figure, document)) : undefined;
    if (found && !figures.has(`${found.key} ${found.value}`)) figures.set(`${found.key} ${found.value}`, found);
  }
  return [...figures.values()];
}

/** True if a date stands right behind the figure, or before it in the same clause: 「2030年に…に達し、市場は今710億ドル」 says nothing of 2030. */
function isNear(date: string, text: string, at: Range): boolean {
  const start = text.lastIndexOf(date, at[0] - date.length);
  const between = start < 0 ? undefined : text.slice(start + date.length, at[0]);
  if (between === undefined) return text.slice(at[1], at[1] + date.length + 2).includes(date);
  return between.length <= CLAUSE && !/[りてしがくず](?:おり)?、/u.test(between);
}

function isPlain({ dimension, role, kind, stated, modifiers }: Quantity): boolean {
  const measured = dimension === 'money' || dimension === 'count' || dimension === 'number' || dimension === 'ratio';
  const single = role === 'cardinal' && kind === 'exact' && stated.lower === stated.upper && stated.lower > 0;
  return measured && single && modifiers.every((modifier) => FREE_MODIFIERS.has(modifier));
}

function statedFigure({ quantity, range, text, at }: Figure, meaning: Meaning): StatedFigure | undefined {
  const { subject, attribute, time, modality } = meaning;
  const date = time && !time.deadline && isNear(time.surface, text, at) ? dateKey(time.date) : undefined;
  if (!attribute || !time || date === undefined || subject === undefined || !isName(subject)) return undefined;
  if (modality === 'negation' || modality === 'assumption' || modality === 'target') return undefined;
  if (INSTRUMENT.test(text.slice(Math.max(0, at[0] - 20), at[0]))) return undefined;
  const unit = [quantity.unit, ...quantity.per.map((per) => `${per.count} ${per.unit}`)].join('/');
  return {
    key: [folded(subject), attribute.id, unit, date, REGION.test(text)].join('|'),
    name: `${subject}の${attribute.name}（${time.surface}）`,
    value: quantity.stated.lower,
    surface: quantity.surface,
    range,
  };
}

/** 「評価額8300億ドルで1000億ドルを調達」: what stands before で belongs to another figure. */
const INSTRUMENT = /(?:額|価値|ドル|円|人|社|%)で(?:約|およそ)?$/u;

/** Of a year, or of a part of one; what counts from the article is of no use to another one. */
function dateKey(date: CalendarDate | undefined): string | undefined {
  if (date?.year === undefined || date.relative || date.impossible || date.part) return undefined;
  const { granularity, year, month = '', day = '', quarter = '', half = '', fiscal = false } = date;
  return granularity === 'decade' || granularity === 'century'
    ? undefined
    : [year, month, day, quarter, half, fiscal].join('-');
}

/** Words such as 同社 or 市場 mean another thing in each article. */
function isName(subject: string): boolean {
  return (
    /[A-Za-zＡ-Ｚａ-ｚァ-ヶ]{2}|[一-龥]{3}/u.test(subject) &&
    !/^(?:同|当|自|各|本|弊|我|私|この|その|あの)/u.test(subject)
  );
}

function folded(subject: string): string {
  return subject
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s・「」『』（）()]/gu, '')
    .replace(/^(?:米|英|仏|独|中国)(?=[a-z])/u, '');
}
