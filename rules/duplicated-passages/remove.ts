import type { Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import type { Span } from './passages.ts';
import { fileRangeOf, partAt, type Stream } from './stream.ts';

/**
 * What to delete from the file to take a passage out: whole paragraphs with the blank lines after them, or a part of one
 * paragraph. Undefined where that would leave broken markup, or take something else along (a table, the mark of an item).
 */
export function deletionOf(stream: Stream, { start, end }: Span, document: Document): Range | undefined {
  const first = partAt(stream.blocks, start);
  const last = partAt(stream.blocks, end - 1);
  const from = stream.blocks[first];
  const to = stream.blocks[last];
  if (!from || !to || last - first !== to.block.index - from.block.index) return undefined;
  const between = document.blocks.slice(from.block.index, to.block.index + 1);
  if (between.some(({ kind, place }) => place !== 'body' || (kind !== 'paragraph' && kind !== 'heading')))
    return undefined;
  if (start === from.start && end === to.end)
    return withBlankLines(from.block.range[0], to.block.range[1], document.text);
  const range = fileRangeOf(stream, start, end);
  const crossed = from.block.spans.some((span) => span.range[0] < range[1] && range[0] < span.range[1]);
  return from === to && !crossed ? range : undefined;
}

function withBlankLines(start: number, end: number, text: string): Range {
  let to = end;
  while (to < text.length && /\s/u.test(text[to] ?? '')) to += 1;
  // The indentation of the line that follows belongs to it.
  const line = text.lastIndexOf('\n', to - 1) + 1;
  return [start, to < text.length ? Math.max(end, line) : to];
}
