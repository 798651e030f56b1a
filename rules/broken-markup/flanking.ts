const SPACE = /^\s*$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/** The characters on both sides of a run of `*`; the empty string stands for the edge of the text. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** CommonMark 0.31, 6.2: a run of `*` that may open strong emphasis (left-flanking). */
export function opens({ before, after }: Sides): boolean {
  return flanks(after, before);
}

/** CommonMark 0.31, 6.2: a run of `*` that may close strong emphasis (right-flanking). */
export function closes({ before, after }: Sides): boolean {
  return flanks(before, after);
}

function flanks(inner: string, outer: string): boolean {
  if (SPACE.test(inner)) return false;
  return !PUNCTUATION.test(inner) || SPACE.test(outer) || PUNCTUATION.test(outer);
}

/** The character (not: the half of a surrogate pair) before an offset; empty at the start. */
export function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
}

/** The character at an offset; empty at the end. */
export function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
