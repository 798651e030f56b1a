import type { Range } from '../text/range.ts';

/** A line of an article around a place, cut to fit. */
export interface Snippet {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** How much is kept beside the place, and of it, in characters. */
const BESIDE = 20;
const MARKED = 60;

/**
 * The line on which a range begins, shortened beside it and within it. `column` is the column of its start, from 1.
 * Undefined of an empty place on an empty line.
 */
export function snippetOf(text: string, [start, end]: Range, column: number): Snippet | undefined {
  const near = text.slice(start, Math.max(start, end) + 2 * BESIDE + 2);
  const length = near.search(/[\r\n]/);
  const to = start + (length < 0 ? near.length : length);
  const close = Math.max(start, Math.min(end, to));
  const snippet = {
    before: keepEnd(text.slice(start - column + 1, start), BESIDE),
    marked: keepBoth(text.slice(start, close), MARKED),
    after: keepStart(text.slice(close, to), BESIDE),
  };
  return snippet.before + snippet.marked + snippet.after === '' ? undefined : snippet;
}

function keepStart(text: string, count: number): string {
  const characters = Array.from(text.slice(0, 2 * count + 2));
  return characters.length <= count ? text : `${characters.slice(0, count).join('')}…`;
}

function keepEnd(text: string, count: number): string {
  const characters = Array.from(text.slice(-2 * count - 2));
  return characters.length <= count ? text : `…${characters.slice(-count).join('')}`;
}

function keepBoth(text: string, count: number): string {
  const characters = Array.from(text);
  if (characters.length <= count) return text;
  const half = count / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
