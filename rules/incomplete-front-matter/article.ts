import type { Document } from '../../src/document/document.ts';
import type { Entry, FrontMatter, Value } from '../../src/document/front-matter.ts';
import type { Range } from '../../src/text/range.ts';
import type { Edit, Message, Problem, Suggestion } from '../rule.ts';
import type { Options } from './options.ts';
import type { KeySpec, Profile } from './profiles/profile.ts';

/** All that the checks of one front matter need to know. */
export interface Article {
  readonly document: Document;
  readonly frontMatter: FrontMatter;
  readonly profile: Profile;
  readonly options: Options;
  readonly now: Date;
}

/** A finding under construction. */
export type Finding = Omit<Problem, 'range' | 'message'>;

/** A problem with its messages in both languages. */
export function problem(range: Range, ja: string, en: string, rest: Finding = {}): Problem {
  return { range, message: { ja, en }, ...rest };
}

/** A change that the author may choose. */
export function suggestion(ja: string, en: string, edit: Edit): Suggestion {
  return { message: { ja, en }, edit };
}

/** The opening fence: where findings stand that have no place of their own. */
export function fenceOf({ frontMatter, document }: Pick<Article, 'frontMatter' | 'document'>): Range {
  const [start, end] = frontMatter.range;
  const line = /^[^\r\n]+/u.exec(document.text.slice(start, Math.min(end, start + 80)))?.[0].trimEnd();
  return [start, start + Math.max(1, line?.length ?? 1)];
}

/** What the site says about a key, or undefined for a key of the article's own. */
export function specOf(key: string, profile: Profile): KeySpec | undefined {
  if (Object.hasOwn(profile.keys, key)) return profile.keys[key];
  if (!profile.caseless) return undefined;
  const folded = key.toLowerCase();
  return Object.entries(profile.keys).find(([known]) => known.toLowerCase() === folded)?.[1];
}

/** True if two keys are one to the site. */
export function sameKey(a: string, b: string, profile: Profile): boolean {
  return a === b || (profile.caseless && a.toLowerCase() === b.toLowerCase());
}

/** The last entry under a key: the one that lenient generators use. */
export function lastEntry(key: string, { frontMatter, profile }: Article): Entry | undefined {
  return frontMatter.entries.findLast((entry) => sameKey(entry.key, key, profile));
}

/** True if nothing stands under the key: no value, white space, or a list without items. */
export function isEmpty(value: Value): boolean {
  if (value.kind === 'list') return value.items.every(isEmpty);
  if (value.kind === 'map') return value.entries.length === 0;
  return value.value === null || (typeof value.value === 'string' && value.value.trim() === '');
}

/** The range of the value, or of the key where there is no value to point at. */
export function placeOf(entry: Entry): Range {
  const { range } = entry.value;
  return range[1] > range[0] ? range : entry.keyRange;
}

/** The options' own statement about a key: the site's conventions do not judge it then. */
export function isInSchema(key: string, { options }: Article): boolean {
  const { properties } = options.schema;
  return typeof properties === 'object' && properties !== null && Object.hasOwn(properties, key);
}

/** The values that the user allows under a key, if they are restricted. */
export function valuesFor(key: string, { options }: Article): readonly string[] | undefined {
  return Object.hasOwn(options.values, key) ? options.values[key] : undefined;
}

/** Names in a message: 「a」「b」 and "a", "b". */
export function named(names: readonly string[]): Message {
  return { ja: names.map((name) => `「${name}」`).join(''), en: names.map((name) => `"${name}"`).join(', ') };
}

/** Writes a text as a quoted YAML (or TOML, or JSON) value. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
