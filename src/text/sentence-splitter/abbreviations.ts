import { endsWord, isSpace } from './characters.ts';
import { type Cursor, offsetOf, read, wordStart } from './cursor.ts';

/** The lists of a language that the package exports. */
export interface Language {
  readonly ABBREVIATIONS: readonly string[];
  readonly PREPOSITIVE_ABBREVIATIONS: readonly string[];
  readonly EXCLAMATION_WORDS: readonly string[];
}

/** Words whose full stop or exclamation mark does not end a sentence, in lower case. */
export interface Abbreviations {
  readonly any: ReadonlySet<string>;
  readonly prepositive: ReadonlySet<string>;
  readonly exclamations: ReadonlySet<string>;
}

/** The lists as sets. */
export function abbreviationsOf(language: Language): Abbreviations {
  const lower = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()));
  return {
    any: lower(language.ABBREVIATIONS),
    prepositive: lower(language.PREPOSITIVE_ABBREVIATIONS),
    exclamations: lower(language.EXCLAMATION_WORDS),
  };
}

/** Notes where an abbreviation ends if one starts at the cursor (`Mr.`, `U.S.A.`, `Yahoo!`, `1.`). */
export function markAbbreviation(cursor: Cursor, abbreviations: Abbreviations): void {
  const offset = offsetOf(cursor);
  if (offset < cursor.abbreviationEnd) return;
  const unit = read(cursor);
  if (unit < 0 || endsWord(unit)) return;
  const before = read(cursor, -1);
  if (before >= 0 && !endsWord(before)) return;
  const word = wordFrom(cursor);
  if (isAbbreviation(word, cursor, abbreviations)) cursor.abbreviationEnd = offset + word.length;
}

function wordFrom({ text, base, index, padding }: Cursor): string {
  const start = index + padding - base;
  let end = start;
  while (end < text.length && !endsWord(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

function isAbbreviation(word: string, cursor: Cursor, { any, prepositive, exclamations }: Abbreviations): boolean {
  const lower = word.toLowerCase();
  if (exclamations.has(lower)) return true;
  // All others have a full stop in them.
  if (!word.includes('.')) return false;
  if (/^([a-zA-Z]\.){3,}$/.test(word) || prepositive.has(lower) || /^\d+\.$/.test(word)) return true;
  const next = offsetOf(cursor) - cursor.base + word.length + 1;
  if (!isCapitalizedAt(cursor.text, next)) return any.has(lower);
  // "you and I. Did you see Albert I. Jones": a single letter between capitalised words.
  return /^\p{Uppercase_Letter}\./u.test(word) && isCapitalizedAt(cursor.text, previousWord(cursor));
}

function previousWord(cursor: Cursor): number {
  let at = offsetOf(cursor) - cursor.base - 1;
  while (at >= 0 && isSpace(cursor.text.charCodeAt(at))) at--;
  return at < 0 ? 0 : wordStart(cursor, at);
}

function isCapitalizedAt(text: string, at: number): boolean {
  const codePoint = text.codePointAt(at);
  return codePoint !== undefined && /^\p{Uppercase_Letter}/u.test(String.fromCodePoint(codePoint));
}
