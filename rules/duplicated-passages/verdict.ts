import type { Severity } from '../rule.ts';
import type { Passage, Span } from './passages.ts';
import { BLOCKS_BETWEEN } from './seams.ts';
import { partAt, type Stream, type StreamBlock } from './stream.ts';

export interface Limits {
  /** Shortest part of a sentence, in characters that say something. */
  readonly minLength: number;
  /** Shortest whole sentence. */
  readonly minSentence: number;
}

/** A sentence or its end that stands again right below itself: two generated parts that overlap. */
const OVERLAP = 11;
/** Between the end of an original and a copy «right below» it. */
const NEAR = 8;
/** A passage of this weight that holds a whole sentence is no coincidence. */
const CERTAIN = 40;
/** What has to recur in an article with code, and in a list: instructions and specifications are alike by nature. */
const IN_MANUAL = 60;
const IN_LIST = 40;
/** Sentences that agree only in smaller pieces are of one pattern, not one text. */
const SOLID = 16;
/** Shorter than `minLength` by this factor: worth a hint. */
const HINT = 0.75;

/** How sure it is that a passage was repeated by mistake; undefined if it may well be meant so. */
export function verdictOn(passage: Passage, stream: Stream, limits: Limits): Severity | undefined {
  const { fresh, longest, whole } = passage;
  if (fresh < OVERLAP || !isVaried(passage, stream)) return undefined;
  switch (kindOf(passage, stream)) {
    case 'heading':
      return whole >= limits.minSentence ? 'info' : undefined;
    case 'manual':
      return longest >= CERTAIN && whole >= IN_MANUAL ? 'warning' : undefined;
    case 'list':
      return whole >= IN_LIST && fresh >= IN_LIST ? verdictOnProse(passage, stream, limits) : undefined;
    case 'prose':
      return verdictOnProse(passage, stream, limits);
  }
}

function verdictOnProse(passage: Passage, stream: Stream, limits: Limits): Severity | undefined {
  const { fresh, longest, whole } = passage;
  const isWhole = whole >= limits.minSentence && longest >= SOLID;
  if (whole >= CERTAIN && fresh >= CERTAIN && longest >= limits.minSentence) return 'error';
  if (followsOriginal(passage, stream)) return isWhole ? 'error' : 'warning';
  if (longest >= limits.minLength) return fresh >= 2 * limits.minLength ? 'error' : 'warning';
  if (isWhole) return fresh >= limits.minSentence ? 'warning' : 'info';
  return longest >= HINT * limits.minLength ? 'info' : undefined;
}

/** What a passage consists of; `manual` for any passage of an article about code. */
function kindOf({ copy }: Passage, stream: Stream): 'heading' | 'manual' | 'list' | 'prose' {
  if (stream.manual) return 'manual';
  if (isHeading(stream, copy)) return 'heading';
  return blocksOf(stream, copy).every(({ block }) => block.place === 'list') ? 'list' : 'prose';
}

/** True for a passage of nothing but headings and bold lines that serve as such. */
export function isHeading(stream: Stream, span: Span): boolean {
  return blocksOf(stream, span).every(({ block }) => block.kind === 'heading' || block.boldOnly);
}

function blocksOf(stream: Stream, { start, end }: Span): readonly StreamBlock[] {
  return stream.blocks.slice(partAt(stream.blocks, start), partAt(stream.blocks, end - 1) + 1);
}

/** True where a block starts with what the text before it ends with; a lead that takes up its heading does not count. */
function followsOriginal({ copy, original }: Passage, stream: Stream): boolean {
  const at = partAt(stream.blocks, copy.start);
  const block = stream.blocks[at];
  const before = partAt(stream.blocks, original.end - 1);
  const source = stream.blocks[before];
  if (!block || !source || copy.start !== block.start || source.block.kind === 'heading' || source.block.boldOnly) {
    return false;
  }
  const breaksOff = original.end === source.end && source.block.sentences.at(-1)?.terminated === false;
  return copy.start - original.end <= NEAR || (breaksOff && at - before <= BLOCKS_BETWEEN + 1);
}

/** 「ははははは」 and 「* * *」 say nothing. */
function isVaried({ copy }: Passage, stream: Stream): boolean {
  const units = new Set<number>();
  for (let i = copy.start; i < Math.min(copy.end, copy.start + 200) && units.size < 6; i++) {
    units.add(stream.codes[i] ?? 0);
  }
  return units.size >= 6;
}
