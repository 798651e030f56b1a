import { LRUCache } from 'lru-cache';
import { ownCopyOf } from '../text/remembered.ts';
import { cutsOf, hasOddStart, lineEndsIn } from './chunks.ts';

/** How a parser and its nodes are handled. */
export interface Grammar<N> {
  /** The blocks at the top level of a text, in order. May throw. */
  readonly parse: (text: string) => readonly N[];
  readonly kindOf: (node: N) => 'code' | 'html' | 'front matter' | 'other';
  readonly spanOf: (node: N) => readonly [start: number, end: number];
  /** A copy of a node and all below it, moved by characters and lines. */
  readonly moved: (node: N, by: number, lines: number) => N;
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
}

/** Characters of parts to remember: some eight articles. Their trees take about ten times as many bytes. */
const REMEMBERED = 150_000;

/**
 * Makes a parser that reads only what it has not read before: a text is cut where its parts parse as they do together, and the
 * blocks of parts that were read lately, in this text or another one, are copied to their place. Its blocks are those that
 * `grammar.parse` gives for the whole text, and belong to the caller. Throws what `grammar.parse` throws.
 */
export function parserInChunks<N extends object>(grammar: Grammar<N>): (text: string) => N[] {
  const memory = new LRUCache<string, Part<N>>({ maxSize: REMEMBERED, sizeCalculation: (_, text) => text.length + 1 });
  return (text) => {
    const cuts = cutsOf(text);
    const nodes = cuts.length > 2 ? readParts(text, cuts, { grammar, memory }) : undefined;
    const first = nodes?.[0];
    // The end of a front matter, as `cutsOf` sees it, may not be what the parser sees.
    const asCut = !hasOddStart(text) || (first !== undefined && grammar.kindOf(first) === 'front matter');
    return nodes && asCut ? nodes : [...grammar.parse(text)];
  };
}

function readParts<N extends object>(text: string, cuts: readonly number[], reader: Reader<N>): N[] {
  const nodes: N[] = [];
  let line = 0;
  for (let from = 0; from < cuts.length - 1; ) {
    const start = cuts[from] ?? 0;
    const part = knownAt(text, cuts, from, reader);
    const { blocks, to } =
      part && !part.open ? { blocks: part.nodes, to: from + 1 } : readRun(text, cuts, from, reader);
    for (const node of blocks) nodes.push(reader.grammar.moved(node, start, line));
    line += lineEndsIn(text, start, cuts[to] ?? text.length);
    from = to;
  }
  return nodes;
}

function knownAt<N extends object>(
  text: string,
  cuts: readonly number[],
  at: number,
  { memory }: Reader<N>,
): Part<N> | undefined {
  return memory.get(text.slice(cuts[at], cuts[at + 1]));
}

/** Parses the parts from one on that are not known together, and more of them as long as the last block is open. */
function readRun<N extends object>(
  text: string,
  cuts: readonly number[],
  from: number,
  reader: Reader<N>,
): { readonly blocks: readonly N[]; readonly to: number } {
  const last = cuts.length - 1;
  let to = from + 1;
  while (to < last && !knownAt(text, cuts, to, reader)) to += 1;
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
  { bounds, grammar, memory }: Reader<N> & { readonly bounds: readonly number[] },
): void {
  let [from, line, taken] = [0, 0, 0];
  for (const to of bounds) {
    let last = taken;
    while (last < nodes.length && startOf(nodes[last], grammar) < to) last += 1;
    const end = nodes[last - 1];
    if (end && grammar.spanOf(end)[1] > to) continue;
    const source = text.slice(from, to);
    const own = nodes.slice(taken, last).map((node) => grammar.moved(node, -from, -line));
    memory.set(source, { nodes: own, open: isOpen(own.at(-1), source, grammar) });
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
