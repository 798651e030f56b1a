import type { Range } from '../text/range.ts';
import type { VisibleText } from '../text/visible-text.ts';

/** The block of metadata that an article starts with. Reading it never throws: what cannot be read is in `errors`. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'json';
  /** From the first to the last character of the fences (of the braces, for JSON). */
  readonly range: Range;
  /** What stands between the fences. */
  readonly contentRange: Range;
  /** Top-level keys in the order of the file; a key that is given twice occurs twice. */
  readonly entries: readonly Entry[];
  readonly errors: readonly SyntaxFault[];
}

export interface SyntaxFault {
  readonly range: Range;
  /** The parser's own code, such as `BAD_INDENT`. */
  readonly code: string;
  readonly message: string;
}

export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Value;
}

export type Value = ScalarValue | ListValue | MapValue;

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The value as it is written, quotation marks included. */
  readonly source: string;
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'date';
  /** Of the value, quotation marks included; empty, behind the colon, where there is none. */
  readonly range: Range;
  /** The value as text, with the way back into the file. */
  readonly text: VisibleText;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly range: Range;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly range: Range;
}

/** The last top-level entry of that name (the one that site generators use), or undefined. */
export function entryOf(frontMatter: FrontMatter | undefined, key: string): Entry | undefined {
  return frontMatter?.entries.findLast((entry) => entry.key === key);
}

/** The scalar under a top-level key if it is a non-empty string. */
export function stringOf(frontMatter: FrontMatter | undefined, key: string): ScalarValue | undefined {
  const value = entryOf(frontMatter, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.value.trim() !== '' ? value : undefined;
}

/** The value as plain data, for JSON Schema; of a repeated key the last one. Maps have no prototype. */
export function dataOf(value: Value): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.items.map(dataOf);
  return mapOf(value.entries);
}

/** Entries as plain data without a prototype, so that a key such as `__proto__` is only a key. */
export function mapOf(entries: readonly Entry[]): Record<string, unknown> {
  const data: Record<string, unknown> = Object.create(null);
  for (const entry of entries) data[entry.key] = dataOf(entry.value);
  return data;
}
