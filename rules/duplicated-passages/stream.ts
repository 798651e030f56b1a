import type { Block, Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import { firstAtLeast } from '../../src/text/search.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import { exemptIn, unitsOfBlock } from './block-units.ts';
import { foldedUnit, unitOfCode, weightsOf } from './units.ts';

/** The prose of an article as one string of characters that carry meaning: no white space, no punctuation, one block after the other. */
export interface Stream {
  /** UTF-16 units, full-width ASCII folded to ASCII, each piece of inline code folded to one unit of its own. */
  readonly codes: Uint16Array;
  readonly blocks: readonly StreamBlock[];
  readonly sentences: readonly StreamSentence[];
  /** True for an article about code, which explains like things in like words. */
  readonly manual: boolean;
  /** 1 for units in a quoted term, a title or a link text: these recur by right. */
  readonly quoted: Uint8Array;
  /** Half points: what a unit says; letters of long names in Latin script or katakana say little. */
  readonly weights: Uint8Array;
  /** Offset of each unit in the visible text of its block. */
  readonly offsets: Int32Array;
}

export interface StreamBlock {
  readonly block: Block;
  /** Units `[start, end)` of the stream. */
  readonly start: number;
  readonly end: number;
}

export interface StreamSentence {
  readonly start: number;
  readonly end: number;
  readonly terminated: boolean;
  /** Index of the block in the stream. */
  readonly block: number;
}

/** Notes and disclaimers, which stand wherever they are needed. */
const NOTE = /^[\s*＊]*(?:※|注[:：\d０-９）)]|＊)/u;
/** A short line without a Japanese character is no prose: an end mark, a merge conflict, the name of an author. */
const MARK = 16;
const JAPANESE = /[\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff\ud840-\ud88d]/;
/** Pieces of inline code that make an article one about code. */
const MUCH_CODE = 8;
/**
 * Reads the prose of an article: no tables, quotations, footnotes, notes, or blocks of nothing but links. Linear.
 * `allowed` are texts that may recur.
 */
export function streamOf(document: Document, allowed: readonly string[] = []): Stream {
  const prose = document.blocks.filter(isProse);
  const size = prose.reduce((sum, block) => sum + block.visible.text.length, 0);
  const codes = new Uint16Array(size);
  const offsets = new Int32Array(size);
  const quoted = new Uint8Array(size);
  const blocks: StreamBlock[] = [];
  const sentences: StreamSentence[] = [];
  let at = 0;
  for (const block of prose) {
    const start = at;
    at = pushBlock(block, start, { codes, offsets, quoted });
    pushCode(block, document.text, codes.subarray(start));
    for (const [from, to] of exemptIn(block, allowed)) quoted.fill(1, start + from, start + to);
    pushSentences(block, { index: blocks.length, start }, sentences);
    blocks.push({ block, start, end: at });
  }
  return {
    codes: codes.subarray(0, at),
    offsets: offsets.subarray(0, at),
    weights: weightsOf(codes.subarray(0, at)),
    quoted: quoted.subarray(0, at),
    blocks,
    sentences,
    manual: isManual(document),
  };
}

/** Index of the last part that starts at or before a place in the stream; parts are in order. */
export function partAt(parts: readonly { readonly start: number }[], place: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the units `[start, end)` stand in the file, with the punctuation that belongs to them. Not for empty spans. */
export function fileRangeOf(stream: Stream, start: number, end: number): Range {
  const first = stream.blocks[partAt(stream.blocks, start)];
  const last = stream.blocks[partAt(stream.blocks, end - 1)];
  if (!first || !last) return [0, 0];
  const from = withOpeners(first.block.visible.text, stream.offsets[start] ?? 0);
  const to = withClosers(last.block.visible.text, (stream.offsets[end - 1] ?? 0) + 1);
  return [first.block.visible.rangeOf(from, from + 1)[0], last.block.visible.rangeOf(to - 1, to)[1]];
}

/** The visible text of the units `[start, end)`; blocks are joined by a space. */
export function visibleTextIn(stream: Stream, start: number, end: number): string {
  const texts: string[] = [];
  for (let i = partAt(stream.blocks, start); i < stream.blocks.length; i++) {
    const part = stream.blocks[i];
    if (!part || part.start >= end) break;
    const text = part.block.visible.text;
    const from = part.start >= start ? 0 : withOpeners(text, stream.offsets[start] ?? 0);
    const to = part.end <= end ? text.length : withClosers(text, (stream.offsets[end - 1] ?? 0) + 1);
    texts.push(text.slice(from, to).trim());
  }
  return texts.join(' ').replaceAll(OBJECT, '…');
}

function isManual({ blocks }: Document): boolean {
  if (blocks.some((block) => block.kind === 'code')) return true;
  const pieces = blocks.reduce((sum, block) => sum + block.spans.filter(({ kind }) => kind === 'code').length, 0);
  return pieces >= MUCH_CODE;
}

function isProse(block: Block): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'item') return false;
  if (block.linkOnly || (block.place !== 'body' && block.place !== 'list')) return false;
  const text = block.visible.text;
  return !NOTE.test(text.slice(0, 12)) && (text.length > MARK || JAPANESE.test(text));
}

interface Target {
  readonly codes: Uint16Array;
  readonly offsets: Int32Array;
  readonly quoted: Uint8Array;
}

/** Adds a block to a stream from a place on, and returns where it ends. */
function pushBlock(block: Block, at: number, { codes, offsets, quoted }: Target): number {
  const units = unitsOfBlock(block.visible.text);
  codes.set(units.codes, at);
  offsets.set(units.offsets, at);
  for (const [start, end] of units.terms) quoted.fill(1, at + start, at + end);
  return at + units.codes.length;
}

function pushCode({ spans, visible }: Block, source: string, codes: Uint16Array): void {
  for (const { kind, start, range } of spans) {
    if (kind !== 'code' && kind !== 'image') continue;
    codes[firstAtLeast(unitsOfBlock(visible.text).offsets, start)] = unitOfCode(source.slice(...range));
  }
}

function pushSentences(
  block: Block,
  { index, start: at }: { readonly index: number; readonly start: number },
  sentences: StreamSentence[],
): void {
  const { offsets } = unitsOfBlock(block.visible.text);
  for (const sentence of block.sentences) {
    const start = at + firstAtLeast(offsets, sentence.start);
    const end = at + firstAtLeast(offsets, sentence.end);
    if (end > start) sentences.push({ start, end, terminated: sentence.terminated, block: index });
  }
}

const OPENERS = '「『（(【“"';
const CLOSERS = '。！？!?」』）)】”"…';

function withOpeners(text: string, offset: number): number {
  let from = offset;
  while (from > 0 && OPENERS.includes(text.charAt(from - 1))) from -= 1;
  return from;
}

function withClosers(text: string, offset: number): number {
  let to = offset;
  while (to < text.length && CLOSERS.includes(text.charAt(to))) to += 1;
  let rest = to;
  while (rest < text.length && foldedUnit(text.charCodeAt(rest)) === 0) rest += 1;
  return rest === text.length ? text.trimEnd().length : to;
}
