import { type Abbreviations, abbreviationsOf, type Language, markAbbreviation } from './abbreviations.ts';
import { isBlank, isCjk, isLineBreak, isSpace } from './characters.ts';
import { type Cursor, childAt, cursorAt, offsetOf, positionOf, read, slice } from './cursor.ts';
import type { InlineNode, SentenceNode, SplittableNode, TextNode } from './nodes.ts';
import { markPair } from './pair-marks.ts';

/** Settings of a splitter. */
export interface Marks {
  readonly language: Language;
  /** Characters that end a sentence; `.` only before white space or the end. */
  readonly separators: readonly string[];
}

interface Reading {
  readonly cursor: Cursor;
  readonly abbreviations: Abbreviations;
  readonly separators: ReadonlySet<number>;
  /** False if such a character may end a sentence: most others need not be looked at. */
  readonly skipsCjk: boolean;
  /** What belongs to no sentence, and the sentences. */
  readonly results: InlineNode[];
  /** Children of the sentence that is being read. */
  sentence: InlineNode[] | undefined;
}

/** True if the node is as textlint's parsers make them: for others, the package itself has to answer. */
export function canSplit(node: SplittableNode): boolean {
  let end = node.range[0];
  if (!(node.loc.start.line >= 1 && node.loc.start.line - 1 <= end)) return false;
  for (const { range } of node.children) {
    if (!(range[0] >= end && range[1] > range[0])) return false;
    end = range[1];
  }
  return true;
}

/**
 * Returns a function with the output of sentence-splitter 5.0.1's `splitAST`, its wrong columns included, in time that
 * grows with the node's length and not with its place in the article. The node must pass `canSplit`.
 */
export function nodeSplitter({ language, separators }: Marks) {
  const abbreviations = abbreviationsOf(language);
  const units = new Set(separators.filter((it) => it.length === 1).map((it) => it.charCodeAt(0)));
  const skipsCjk = ![...units].some(isCjk);
  return <T extends SplittableNode>(node: T): T & { children: InlineNode[] } => {
    const reading: Reading = {
      cursor: cursorAt(node),
      abbreviations,
      separators: units,
      skipsCjk,
      results: [],
      sentence: undefined,
    };
    while (read(reading.cursor) >= 0 && readNext(reading));
    closeSentence(reading, isBlank);
    return { ...node, children: reading.results };
  };
}

/** Reads one piece; false where no child stands at the cursor. */
function readNext(reading: Reading): boolean {
  const { cursor } = reading;
  const child = childAt(cursor);
  if (child === undefined) return false;
  if (child.type === 'Str') {
    readText(reading, child);
    return true;
  }
  if (child.type !== 'Break') reading.sentence ??= [];
  append(reading, child);
  cursor.index += child.range[1] - child.range[0];
  return true;
}

function readText(reading: Reading, child: InlineNode): void {
  const { cursor } = reading;
  const unit = read(cursor);
  if (isBlank(unit)) append(reading, textNode('WhiteSpace', cursor, skip(cursor, isBlank)));
  else if (endsSentence(reading)) closeSentence(reading, () => endsSentence(reading));
  else if (isLineBreak(unit)) append(reading, textNode('WhiteSpace', cursor, skip(cursor, isLineBreak)));
  else {
    reading.sentence ??= [];
    append(reading, textNode('Str', cursor, readWords(reading, child.range[1])));
  }
}

/** Moves on to the next line break or sentence end, at most to `end`. Returns the offset at which it started. */
function readWords(reading: Reading, end: number): number {
  const { cursor, abbreviations } = reading;
  const start = offsetOf(cursor);
  while (offsetOf(cursor) < end) {
    if (reading.skipsCjk) skipCjk(cursor, end);
    if (offsetOf(cursor) >= end) break;
    const unit = read(cursor);
    if (unit < 0 || isLineBreak(unit) || endsSentence(reading)) break;
    markAbbreviation(cursor, abbreviations);
    markPair(cursor);
    cursor.index++;
  }
  return start;
}

/** Moves on over characters that end nothing, open nothing and belong to no abbreviation, at most to `end`. */
function skipCjk(cursor: Cursor, end: number): void {
  const { text, base, padding } = cursor;
  const limit = Math.min(end - base, text.length);
  const start = offsetOf(cursor) - base;
  let at = start;
  while (at < limit && isCjk(text.charCodeAt(at))) at++;
  if (at > start) cursor.index = at + base - padding;
}

function endsSentence({ cursor, separators }: Reading): boolean {
  const unit = read(cursor);
  if (!separators.has(unit) || cursor.open.length > 0 || offsetOf(cursor) < cursor.abbreviationEnd) return false;
  if (unit !== 0x2e) return true;
  const next = read(cursor, 1);
  return next < 0 || isSpace(next);
}

/** Moves on while the unit at the cursor passes. Returns the offset at which it started. */
function skip(cursor: Cursor, passes: (unit: number) => boolean): number {
  const start = offsetOf(cursor);
  while (passes(read(cursor))) cursor.index++;
  return start;
}

function append(reading: Reading, node: InlineNode): void {
  (reading.sentence ?? reading.results).push(node);
}

/** The node from an offset to the cursor. */
function textNode(type: TextNode['type'], cursor: Cursor, start: number): TextNode {
  const end = offsetOf(cursor);
  const text = slice(cursor, start, end);
  const loc = { start: positionOf(cursor, start), end: positionOf(cursor, end) };
  return { type, raw: text, value: text, loc, range: [start, end] };
}

/** Reads the end of a sentence, full stops or white space, and adds the sentence to the results. */
function closeSentence(reading: Reading, passes: (unit: number) => boolean): void {
  const { cursor, results } = reading;
  const start = skip(cursor, passes);
  const end = offsetOf(cursor);
  if (start !== end && !/^\s+$/.test(slice(cursor, start, end)))
    append(reading, textNode('Punctuation', cursor, start));
  const children = reading.sentence;
  const first = children?.[0];
  reading.sentence = undefined;
  if (children === undefined || first === undefined) return;
  cursor.closed.sort((a, b) => a.range[0] - b.range[0]);
  const sentence: SentenceNode = {
    type: 'Sentence',
    raw: slice(cursor, first.range[0], end),
    loc: { start: first.loc.start, end: positionOf(cursor, end) },
    range: [first.range[0], end],
    children,
    contexts: [...cursor.closed],
  };
  results.push(sentence);
}
