import type { Range } from '../text/range.ts';

/** What stands at an offset in a front matter, finished or not. */
export type FrontMatterPlace =
  /** A key is being written, or stands there. */
  | { readonly kind: 'key'; readonly key: string; readonly range: Range; readonly present: readonly string[] }
  /** A value of a key; `item`: one of a list, whose other items are `present`. */
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly range: Range;
      readonly item: boolean;
      readonly present: readonly string[];
      readonly format: 'yaml' | 'toml';
    };

interface Line {
  readonly start: number;
  readonly text: string;
}

const KEY = /^(["']?)([\w.-]+)\1[ \t]*[:=]/;

/**
 * The place at an offset. Read line by line from the text, not by a parser: while something is being written, the front matter
 * is broken more often than not. Undefined outside the front matter, and in values over several lines.
 */
export function frontMatterPlaceAt(text: string, offset: number): FrontMatterPlace | undefined {
  const lines = frontMatterLines(text);
  const format = text.replace(/^\uFEFF/, '').startsWith('+++') ? 'toml' : 'yaml';
  const at = lines.findIndex(({ start, text: line }) => start <= offset && offset <= start + line.length);
  const line = lines[at];
  if (!line) return undefined;
  const column = offset - line.start;
  const present = lines.flatMap((other) => (other === line ? [] : (KEY.exec(other.text)?.[2] ?? [])));
  const word = /^[\w.-]*/.exec(line.text)?.[0] ?? '';
  const entry = KEY.exec(line.text);
  if (column <= word.length && (entry || line.text.trimEnd() === word)) {
    return { kind: 'key', key: word, range: [line.start, line.start + word.length], present };
  }
  if (entry?.[2] !== undefined && column >= entry[0].length) {
    return valuePlace(line, column, { key: entry[2], from: entry[0].length, format });
  }
  const bullet = /^[ \t]*-[ \t]+/.exec(line.text);
  const key = bullet && keyAbove(lines, at);
  if (!bullet || !key || column < bullet[0].length) return undefined;
  const range: Range = [line.start + bullet[0].length, line.start + line.text.trimEnd().length];
  return { kind: 'value', key, range: ordered(range), item: true, present: itemsAround(lines, at), format };
}

/** The lines between the fences; of a front matter that is not closed, up to the first blank line. */
function frontMatterLines(text: string): Line[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const fence = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(bom, bom + 100));
  if (!fence) return [];
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r|$/g;
  for (let start = bom + fence[0].length; start <= text.length; ) {
    breaks.lastIndex = start;
    const end = breaks.exec(text) ?? { index: text.length, 0: '' };
    const line = text.slice(start, end.index);
    if (line.trimEnd() === fence[1]) return lines;
    lines.push({ start, text: line });
    if (end[0] === '') break;
    start = end.index + end[0].length;
  }
  const blank = lines.findIndex((line) => line.text.trim() === '');
  return blank < 0 ? lines : lines.slice(0, blank);
}

interface Entry {
  readonly key: string;
  /** Column behind the colon. */
  readonly from: number;
  readonly format: 'yaml' | 'toml';
}

function valuePlace({ start, text }: Line, column: number, { key, from, format }: Entry): FrontMatterPlace {
  const lead = /^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0;
  const begin = from + lead;
  if (text[begin] !== '[') {
    const range = ordered([start + Math.min(begin, Math.max(column, from)), start + text.trimEnd().length]);
    return { kind: 'value', key, range, item: false, present: [], format };
  }
  const opened = Math.max(text.lastIndexOf(',', column - 1), begin);
  const closed = /[,\]]/.exec(text.slice(column));
  const end = closed ? column + closed.index : text.trimEnd().length;
  const gap = /^[ \t]*/.exec(text.slice(opened + 1, end))?.[0].length ?? 0;
  const others = [text.slice(begin + 1, opened + 1), text.slice(end).replace(/\].*/, '')];
  const present = others.flatMap((part) => part.split(',')).map(unquoted);
  const range = ordered([start + opened + 1 + gap, start + end]);
  return { kind: 'value', key, range, item: true, present: present.filter((it) => it !== ''), format };
}

function keyAbove(lines: readonly Line[], at: number): string | undefined {
  const above = lines.slice(0, at).findLast(({ text }) => /^\S/.test(text) && !text.startsWith('-'));
  return above && /:[ \t]*$/.test(above.text) ? KEY.exec(above.text)?.[2] : undefined;
}

function itemsAround(lines: readonly Line[], at: number): string[] {
  const isItem = (line: Line | undefined): boolean => /^[ \t]*-[ \t]/.test(line?.text ?? '');
  let [first, last] = [at, at];
  while (isItem(lines[first - 1])) first -= 1;
  while (isItem(lines[last + 1])) last += 1;
  const others = lines.slice(first, last + 1).filter((_, i) => first + i !== at);
  return others.map(({ text }) => unquoted(text.replace(/^[ \t]*-/, '')));
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function ordered([start, end]: Range): Range {
  return [start, Math.max(start, end)];
}
