import { LRUCache } from 'lru-cache';
import { ownCopyOf } from '../text/remembered.ts';
import { cutsOf, hasOddStart, isFresh, lineEndsIn } from './chunks.ts';
import { type PlainBlock, plainBlocksAt } from './plain-blocks.ts';

/** How a parser and its nodes are handled. */
export interface Grammar<N> {
  /** The blocks at the top level of a text, in order. May throw. */
  readonly parse: (text: string) => readonly N[];
  readonly kindOf: (node: N) => 'code' | 'html' | 'front matter' | 'other';
  readonly spanOf: (node: N) => readonly [start: number, end: number];
  /** A copy of a node and all below it, moved by characters and lines. */
  readonly moved: (node: N, by: number, lines: number) => N;
  /** The parser's node for a block that was read without it, in the same text. */
  readonly fromMdast: (node: PlainBlock, text: string) => N;
}

/** The blocks of a part of a text, placed as if the text began with it. */
interface Part<N extends object> {
  readonly nodes: readonly N[];
  /** True if the last block may go on behind a blank line. */
  readonly open: boolean;
}

interface Reader<N extends object> {
  readonly grammar: Grammar<N>;
  readonly memory: LRUCache<string, Part<N>>;
  /** What was read for the text at hand, however long it is. */
  readonly lately: Map<string, Part<N>>;
}

/** A text, the offsets that cut it, and the blocks that need no parser, by the number of their part. */
interface Cut<N extends object> {
  readonly text: string;
  readonly cuts: readonly number[];
  readonly plain: readonly (readonly N[] | undefined)[];
}

/** Characters of parts to remember: some eight articles. Their trees take about ten times as many bytes. */
const REMEMBERED = 150_000;

/**
 * Makes a parser that reads only what it has to: a text is cut where its parts parse as they do together; the blocks of parts that
 * were read lately, in this text or another one, are copied to their place, and simple lines are made into blocks at once. Its
 * blocks are those that `grammar.parse` gives for the whole text, and belong to the caller. Throws what `grammar.parse` throws.
 */
export function parserInChunks<N extends object>(grammar: Grammar<N>): (text: string) => N[] {
  const memory = new LRUCache<string, Part<N>>({ maxSize: REMEMBERED, sizeCalculation: (_, text) => text.length + 1 });
  return (text) => {
    const cuts = cutsOf(text);
    const nodes = cuts.length > 2 ? readParts(text, cuts, { grammar, memory, lately: new Map() }) : undefined;
    const first = nodes?.[0];
    // The end of a front matter, as `cutsOf` sees it, may not be what the parser sees.
    const asCut = !hasOddStart(text) || (first !== undefined && grammar.kindOf(first) === 'front matter');
    return nodes && asCut ? nodes : [...grammar.parse(text)];
  };
}

function readParts<N extends object>(text: string, cuts: readonly number[], reader: Reader<N>): N[] {
  const lines = linesOf(text, cuts);
  const plain = lines.map((line, i) => {
    const blocks = plainBlocksAt(text, { offset: cuts[i] ?? 0, line }, cuts[i + 1] ?? text.length);
    return blocks?.map((node) => reader.grammar.fromMdast(node, text));
  });
  const cut = { text, cuts, plain };
  readTogether(cut, reader);
  const nodes: N[] = [];
  for (let from = 0; from < cuts.length - 1; ) {
    const simple = plain[from];
    if (simple) {
      nodes.push(...simple);
      from += 1;
      continue;
    }
    const part = knownAt(cut, from, reader);
    const { blocks, to } = part && !part.open ? { blocks: part.nodes, to: from + 1 } : readRun(cut, from, reader);
    const [start, line] = [cuts[from] ?? 0, (lines[from] ?? 1) - 1];
    for (const node of blocks) nodes.push(reader.grammar.moved(node, start, line));
    from = to;
  }
  return nodes;
}

/** The line, from 1, that each part begins in. */
function linesOf(text: string, cuts: readonly number[]): number[] {
  let line = 1;
  return cuts.slice(0, -1).map((start, i) => {
    const here = line;
    line += lineEndsIn(text, start, cuts[i + 1] ?? start);
    return here;
  });
}

/** A paragraph: behind it, a list begins anew. */
const BETWEEN = 'x\n\n';

/**
 * Parses the parts that are not known in one go, for a call costs as much as a few lines, but for those that may be open: they
 * would swallow what follows. (Where another one does, those parts are read again.)
 */
function readTogether<N extends object>({ text, cuts, plain }: Cut<N>, { memory, ...reader }: Reader<N>): void {
  const sources = new Set<string>();
  for (let i = 0; i < cuts.length - 1; i++) {
    if (plain[i]) continue;
    const source = text.slice(cuts[i], cuts[i + 1]);
    if (!memory.has(source) && !mayBeOpen(source)) sources.add(source);
  }
  const parts = [...sources].flatMap((source, i) => (i > 0 && !isFresh(source) ? [BETWEEN, source] : [source]));
  if (parts.length === 0) return;
  const together = ownCopyOf(parts.join(''));
  let end = 0;
  const bounds = parts.map((part) => {
    end += part.length;
    return end;
  });
  learn(reader.grammar.parse(together), together, { bounds, memory, ...reader });
}

const FENCE_LINE = /^ {0,3}(?:`{3}|~{3})/gm;
const HTML_LINE = /^ {0,3}<(?:script|pre|style|textarea|[!?])/im;

function mayBeOpen(source: string): boolean {
  return HTML_LINE.test(source) || (source.match(FENCE_LINE)?.length ?? 0) % 2 === 1;
}

function knownAt<N extends object>({ text, cuts }: Cut<N>, at: number, reader: Reader<N>): Part<N> | undefined {
  const source = text.slice(cuts[at], cuts[at + 1]);
  return reader.lately.get(source) ?? reader.memory.get(source);
}

/** Parses the parts from one on that are not known together, and more of them as long as the last block is open. */
function readRun<N extends object>(
  cut: Cut<N>,
  from: number,
  reader: Reader<N>,
): { readonly blocks: readonly N[]; readonly to: number } {
  const { text, cuts, plain } = cut;
  const last = cuts.length - 1;
  let to = from + 1;
  while (to < last && !plain[to] && !knownAt(cut, to, reader)) to += 1;
  for (; ; to = Math.min(last, 2 * to - from)) {
    const source = ownCopyOf(text.slice(cuts[from], cuts[to]));
    const blocks = reader.grammar.parse(source);
    if (to < last && isOpen(blocks.at(-1), source, reader.grammar)) continue;
    const bounds = cuts.slice(from + 1, to + 1).map((cut) => cut - (cuts[from] ?? 0));
    learn(blocks, source, { bounds, ...reader });
    return { blocks, to };
  }
}

/** Remembers the blocks of each part, or of parts together where a block reaches over a cut. */
function learn<N extends object>(
  nodes: readonly N[],
  text: string,
  { bounds, grammar, memory, lately }: Reader<N> & { readonly bounds: readonly number[] },
): void {
  let [from, line, taken] = [0, 0, 0];
  for (const to of bounds) {
    let last = taken;
    while (last < nodes.length && startOf(nodes[last], grammar) < to) last += 1;
    const end = nodes[last - 1];
    if (end && grammar.spanOf(end)[1] > to) continue;
    const source = text.slice(from, to);
    const own = nodes.slice(taken, last).map((node) => grammar.moved(node, -from, -line));
    const part = { nodes: own, open: isOpen(own.at(-1), source, grammar) };
    memory.set(source, part);
    lately.set(source, part);
    line += lineEndsIn(text, from, to);
    [from, taken] = [to, last];
  }
}

function startOf<N>(node: N | undefined, { spanOf }: Grammar<N>): number {
  return node === undefined ? Number.POSITIVE_INFINITY : spanOf(node)[0];
}

/** HTML that goes on over blank lines, begun and not seen to end; what is only odd counts as open too. */
const OPEN_HTML = /^[ \t]*<(?:script|pre|style|textarea|[!?])/i;
const CLOSED_HTML =
  /^[ \t]*<(?:!--[\s\S]+-->|(script|pre|style|textarea)\b[\s\S]*<\/\1>|\?[\s\S]*\?>|!\[CDATA\[[\s\S]*\]\]>|![a-z][\s\S]*>)/i;

function isOpen<N>(node: N | undefined, source: string, { kindOf, spanOf }: Grammar<N>): boolean {
  const kind = node === undefined ? 'other' : kindOf(node);
  if (node === undefined || kind === 'other' || kind === 'front matter') return false;
  const raw = source.slice(...spanOf(node));
  return kind === 'html' ? OPEN_HTML.test(raw) && !CLOSED_HTML.test(raw) : isUnclosedFence(raw);
}

function isUnclosedFence(code: string): boolean {
  const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0];
  if (fence === undefined) return false;
  const last = /[\r\n] {0,3}(`{3,}|~{3,})[ \t]*$/.exec(code)?.[1];
  return last === undefined || !last.startsWith(fence);
}
