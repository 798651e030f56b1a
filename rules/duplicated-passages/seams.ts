import type { Passage, Span } from './passages.ts';
import type { Stream, StreamBlock } from './stream.ts';

/** The start of a sentence that broke off, and the block that starts with it again. */
export interface Seam {
  readonly fragment: Span;
  readonly restart: Span;
}

/** Blocks of prose that may stand between a broken sentence and its restart (a leaked prompt, an end mark, a pasted body). */
export const BLOCKS_BETWEEN = 3;
const SHORTEST = 6;
const LONGEST = 200;
const LINE = 20;

/** The seams that no passage covers, in order. A heading or a lead-in that ends with a colon is no broken sentence. Linear. */
export function seamsOf(stream: Stream, passages: readonly Passage[]): Seam[] {
  const known = new Set(passages.map((passage) => passage.copy.start));
  const lastOf = lastSentences(stream);
  const seams: Seam[] = [];
  for (const [i, block] of stream.blocks.entries()) {
    if (block.block.kind !== 'paragraph' || known.has(block.start)) continue;
    for (let j = i - 1; j >= Math.max(0, i - 1 - BLOCKS_BETWEEN); j--) {
      const before = stream.blocks[j];
      const fragment = before && isBroken(before) ? lastOf[j] : undefined;
      if (!before || !fragment || isLine(before, fragment) || !startsWith(stream, block, fragment)) continue;
      seams.push({ fragment, restart: { start: block.start, end: block.start + fragment.end - fragment.start } });
      break;
    }
  }
  return seams;
}

/** The last sentence of each block if it is not terminated. */
function lastSentences(stream: Stream): (Span | undefined)[] {
  const last: (Span | undefined)[] = stream.blocks.map(() => undefined);
  for (const { block, start, end, terminated } of stream.sentences)
    last[block] = terminated ? undefined : { start, end };
  return last;
}

function isBroken({ block }: StreamBlock): boolean {
  return block.kind === 'paragraph' && !block.boldOnly && !/[:：）)」』]\s*$/u.test(block.visible.text.slice(-4));
}

/** A short line of its own that the next paragraph takes up is a heading in all but name. */
function isLine(before: StreamBlock, fragment: Span): boolean {
  return fragment.start === before.start && fragment.end - fragment.start < LINE;
}

function startsWith(stream: Stream, block: StreamBlock, fragment: Span): boolean {
  const length = fragment.end - fragment.start;
  if (length < SHORTEST || length > LONGEST || block.end - block.start < length) return false;
  for (let i = 0; i < length; i++) {
    if (stream.codes[block.start + i] !== stream.codes[fragment.start + i]) return false;
  }
  return saysSomething(stream, fragment);
}

/** A word or two of Japanese, not the letters of a template tag. */
function saysSomething(stream: Stream, { start, end }: Span): boolean {
  const japanese = stream.codes.subarray(start, end).filter((unit) => unit >= 0x3041 && unit < 0xe000);
  return japanese.length >= 4;
}
