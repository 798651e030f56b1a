import type { Block, Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
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
const QUOTED_TERM = /「[^「」。！？]{0,60}」|『[^『』。]{0,80}』|《[^《》。]{0,80}》|“[^“”。.]{0,80}”/g;
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
    at = pushBlock(block, document.text, { codes, offsets, at });
    markQuoted(block, allowed, { offsets: offsets.subarray(start, at), quoted: quoted.subarray(start, at) });
    pushSentences(block, { index: blocks.length, start, offsets: offsets.subarray(start, at) }, sentences);
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
  readonly at: number;
}

function pushBlock(block: Block, source: string, { codes, offsets, at: from }: Target): number {
  const text = block.visible.text;
  const code = block.spans.filter((span) => span.kind === 'code' || span.kind === 'image');
  let at = from;
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    let unit = foldedUnit(text.charCodeAt(i));
    if (unit === 0) continue;
    if (i === code[next]?.start) {
      unit = unitOfCode(source.slice(...(code[next]?.range ?? [0, 0])));
      next += 1;
    }
    codes[at] = unit;
    offsets[at++] = i;
  }
  return at;
}

function markQuoted(
  block: Block,
  allowed: readonly string[],
  { offsets, quoted }: { readonly offsets: Int32Array; readonly quoted: Uint8Array },
): void {
  const text = block.visible.text;
  const terms: Range[] = Array.from(text.matchAll(QUOTED_TERM), ({ 0: term, index }) => [index, index + term.length]);
  const links: Range[] = block.spans.filter(({ kind }) => kind === 'link').map(({ start, end }) => [start, end]);
  const exempt = allowed.filter((wanted) => wanted !== '').flatMap((wanted) => placesOf(text, wanted));
  for (const [start, end] of [...terms, ...links, ...exempt]) {
    quoted.fill(1, lowerBound(offsets, start), lowerBound(offsets, end));
  }
}

function placesOf(text: string, wanted: string): Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    places.push([at, at + wanted.length]);
  }
  return places;
}

function pushSentences(
  block: Block,
  place: { readonly index: number; readonly start: number; readonly offsets: Int32Array },
  sentences: StreamSentence[],
): void {
  for (const sentence of block.sentences) {
    const start = place.start + lowerBound(place.offsets, sentence.start);
    const end = place.start + lowerBound(place.offsets, sentence.end);
    if (end > start) sentences.push({ start, end, terminated: sentence.terminated, block: place.index });
  }
}

/** Index of the first value that is at least `wanted`. */
function lowerBound(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withOpeners(text: string, offset: number): number {
  let from = offset;
  while (from > 0 && /[「『（(【“"]/u.test(text[from - 1] ?? '')) from -= 1;
  return from;
}

function withClosers(text: string, offset: number): number {
  let to = offset;
  while (to < text.length && /[。！？!?」』）)】”"…]/u.test(text[to] ?? '')) to += 1;
  let rest = to;
  while (rest < text.length && foldedUnit(text.charCodeAt(rest)) === 0) rest += 1;
  return rest === text.length ? text.trimEnd().length : to;
}
