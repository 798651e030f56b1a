import { basename } from 'node:path';
import { declaredMinutesIn, USUAL_KEYS } from '../../rules/reading-time-mismatch/declared-minutes.ts';
import { readingOf, USUAL_SPEED } from '../../rules/reading-time-mismatch/reading-time.ts';
import type { Document } from '../document/document.ts';
import { type Entry, entryOf, stringOf, type Value } from '../document/front-matter.ts';
import { type Suppression, suppressionsIn } from '../lint/suppressions.ts';
import { lineStartsOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { type Phrase, phrasesIn } from './figure-phrases.ts';
import { type Link, linksIn } from './links.ts';
import { type Sketch, sketchOf } from './sketch.ts';
import { type StatedFigure, statedFiguresIn } from './stated-figures.ts';

/** What the checks across articles need to know of an article: small, plain data, and enough without its text. */
export interface Facts {
  readonly title: Placed | undefined;
  /** `YYYY-MM-DD`, from the front matter, else from the file name. */
  readonly date: string | undefined;
  /** Name of the file without date and extension; undefined for text that has no file. */
  readonly slug: string | undefined;
  /** Front matter values that ought to vary from article to article, by key. */
  readonly values: readonly (Placed & { readonly key: string })[];
  /** Articles of the same site that the front matter names. */
  readonly named: readonly NamedArticle[];
  readonly phrases: readonly Phrase[];
  readonly figures: readonly StatedFigure[];
  readonly sketch: Sketch;
  /** Links of the body that may lead to articles of the same site. */
  readonly links: readonly Link[];
  /** Where the front matter says that the article is or was to be found: paths, or the last part of one. */
  readonly addresses: readonly string[];
  /** What may hide findings across articles. */
  readonly suppressions: readonly Suppression[];
  /** Where the lines begin: what turns ranges into lines and columns without the text. */
  readonly lines: readonly number[];
  readonly readingTime: ReadingTime;
}

/** Minutes. */
export interface ReadingTime {
  /** As the front matter says. */
  readonly declared: number | undefined;
  /** At the usual speed, whole minutes from 1. */
  readonly computed: number;
}

export interface Placed {
  readonly text: string;
  readonly range: Range;
}

/** An article that another one names by slug, with the title that it gives it. */
export interface NamedArticle {
  readonly slug: Placed;
  readonly title: Placed;
}

const DATE_KEYS = ['date', 'published_at', 'publishedAt', 'pubDate', 'pubDatetime', 'publishDate', 'created_at'];
const VARYING = ['title', 'excerpt', 'description', 'summary', 'reading_time', 'readingTime', 'image', 'thumbnail'];
const ADDRESS_KEYS = ['slug', 'permalink', 'url', 'path', 'aliases', 'redirect_from', 'redirectFrom'];
const DATED_NAME = /^(\d{4}-\d{2}-\d{2})-?(.*)$/u;

/** Takes the facts from an article. */
export function factsOf(document: Document): Facts {
  const { frontMatter, path } = document;
  const title = stringOf(frontMatter, 'title');
  const name = path === undefined ? undefined : basename(path).replace(/\.(?:md|mdx|markdown)$/u, '');
  const [, nameDate, slug = name] = DATED_NAME.exec(name ?? '') ?? [];
  return {
    title: title && { text: title.text.text, range: title.range },
    date: frontMatterDate(document) ?? nameDate,
    slug: slug || name,
    values: VARYING.flatMap((key) => varyingValue(entryOf(frontMatter, key))),
    named: (frontMatter?.entries ?? []).flatMap(({ value }) => namedIn(value)),
    phrases: phrasesIn(document),
    figures: statedFiguresIn(document),
    sketch: sketchOf(document),
    links: linksIn(document),
    addresses: ADDRESS_KEYS.flatMap((key) => textsIn(entryOf(frontMatter, key)?.value)),
    suppressions: suppressionsIn(document).filter(({ ruleIds }) => ruleIds.length === 0 || ruleIds.some(mayBeAcross)),
    lines: lineStartsOf(document.text),
    readingTime: readingTimeOf(document),
  };
}

function mayBeAcross(ruleId: string): boolean {
  return ruleId.startsWith('archive/') || !ruleId.includes('/');
}

function textsIn(value: Value | undefined): string[] {
  if (value?.kind === 'list') return value.items.flatMap(textsIn);
  return value?.kind === 'scalar' && value.text.text !== '' ? [value.text.text] : [];
}

function frontMatterDate({ frontMatter }: Document): string | undefined {
  for (const key of DATE_KEYS) {
    const value = entryOf(frontMatter, key)?.value;
    const [date] = (value?.kind === 'scalar' && /^\d{4}-\d{2}-\d{2}/u.exec(value.text.text)) || [];
    if (date) return date;
  }
  return undefined;
}

function readingTimeOf(document: Document): ReadingTime {
  const values = USUAL_KEYS.flatMap((key) => entryOf(document.frontMatter, key)?.value ?? []);
  const [minutes] = values.flatMap((value) =>
    value.kind === 'scalar' ? (declaredMinutesIn(value)?.minutes ?? []) : [],
  );
  return {
    declared: Number.isFinite(minutes) ? minutes : undefined,
    computed: Math.max(1, Math.ceil(readingOf(document, USUAL_SPEED).minutes)),
  };
}

function varyingValue(entry: Entry | undefined): (Placed & { key: string })[] {
  if (entry?.value.kind !== 'scalar' || entry.value.text.text === '') return [];
  return [{ key: entry.key, text: entry.value.text.text.slice(0, 200), range: entry.value.range }];
}

/** Maps with a slug and a title, alone or in a list: `related_articles`, `pillar_article` and their like. */
function namedIn(value: Value): NamedArticle[] {
  if (value.kind === 'list') return value.items.flatMap(namedIn);
  if (value.kind !== 'map') return [];
  const textAt = (key: string): Placed | undefined => {
    const found = value.entries.findLast((entry) => entry.key === key)?.value;
    return found?.kind === 'scalar' && found.text.text !== ''
      ? { text: found.text.text, range: found.range }
      : undefined;
  };
  const [slug, title] = [textAt('slug'), textAt('title')];
  return slug && title ? [{ slug, title }] : [];
}
