import { cut, type Repeat, type Segment } from './repeats.ts';
import { partAt, type Stream } from './stream.ts';

/** A passage that repeats an earlier one, both in units of the stream. */
export interface Passage {
  readonly segments: Repeat;
  readonly copy: Span;
  readonly original: Span;
  /** Units that agree, in all and at most in one piece. */
  readonly agreeing: number;
  readonly longest: number;
  /** Agreeing units that are no quoted term, title or link text. */
  readonly fresh: number;
  /** Units of the copy's sentences that are repeated as a whole, or all but. */
  readonly whole: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Longest piece of new text (an inserted heading, a dropped sentence) inside of one passage. */
const INSERTION = 80;
/** Less than this of a sentence at the edge of a passage is chance: the next sentence starts with また、 as well. */
const CHANCE = 10;
const WHOLE = 0.8;

/** Joins repeats that belong together and cuts them to what was repeated on purpose. Linear. */
export function passagesOf(stream: Stream, repeats: readonly Repeat[]): Passage[] {
  return joined(repeats).flatMap((segments) => {
    const trimmed = trim(stream, segments);
    return trimmed.length > 0 ? [measure(stream, trimmed)] : [];
  });
}

interface Group {
  readonly segments: Segment[];
  size: number;
}

function joined(repeats: readonly Repeat[]): Repeat[] {
  const groups: Group[] = [];
  for (const repeat of repeats) {
    const size = sizeOf(repeat);
    const group = groups.at(-1);
    if (group && belongsTo(group, repeat, size)) {
      for (const segment of repeat) group.segments.push(segment);
      group.size += size;
    } else groups.push({ segments: [...repeat], size });
  }
  return groups.map((group) => group.segments);
}

function belongsTo({ segments, size: before }: Group, repeat: Repeat, size: number): boolean {
  const [start] = segments;
  const last = segments.at(-1);
  const [first] = repeat;
  const end = repeat.at(-1);
  if (!start || !last || !first || !end) return false;
  const inCopy = first.copy - last.copy - last.length;
  const inOriginal = first.original - last.original - last.length;
  const limit = Math.min(INSERTION, before, size);
  // The original ends before the copy starts.
  return inOriginal >= 0 && inCopy <= limit && inOriginal <= limit && end.original + end.length <= start.copy;
}

function sizeOf(segments: Repeat): number {
  return segments.reduce((sum, segment) => sum + segment.length, 0);
}

function trim(stream: Stream, segments: Repeat): Repeat {
  const [first] = segments;
  if (!first) return [];
  const head = stream.sentences[partAt(stream.sentences, first.copy)];
  const all = spanOf(segments, 'copy');
  const chance = head && head.start < all.start && head.end < all.end && head.end - all.start < CHANCE;
  const rest = chance ? grow(stream, cut(segments, head.end, all.end)) : segments;
  const { start, end } = spanOf(rest, 'copy');
  const tail = stream.sentences[partAt(stream.sentences, end - 1)];
  const isCut = tail !== undefined && end < tail.end && tail.start > start && isChance(rest, tail);
  return isCut ? cut(rest, start, tail.start) : rest;
}

/** True where the start of one more sentence agrees: in a few units only, or in less than half of it and not at once. */
function isChance(segments: Repeat, sentence: Span): boolean {
  const last = segments.at(-1);
  if (!last) return false;
  const end = last.copy + last.length;
  if (end - sentence.start < CHANCE) return true;
  return last.copy >= sentence.start && end - sentence.start < (sentence.end - sentence.start) / 2;
}

/** A copy right after its original was found one unit early and stopped one unit early: 「…ですか？…ですか？」. */
function grow(stream: Stream, segments: Repeat): Repeat {
  const last = segments.at(-1);
  if (!last) return [];
  const limit = spanOf(segments, 'copy').start;
  let { length } = last;
  while (
    last.original + length < limit &&
    last.copy + length < stream.codes.length &&
    stream.codes[last.original + length] === stream.codes[last.copy + length]
  ) {
    length += 1;
  }
  return [...segments.slice(0, -1), { ...last, length }];
}

function measure(stream: Stream, segments: Repeat): Passage {
  const copy = spanOf(segments, 'copy');
  const original = spanOf(segments, 'original');
  const weights = segments.map((segment) => weightOf(stream, segment));
  const longest = segments.reduce((most, segment) => Math.max(most, longestPiece(stream, segment)), 0);
  const fresh = weights.reduce((sum, weight) => sum + weight, 0);
  return { segments, copy, original, agreeing: sizeOf(segments), longest, fresh, whole: wholeOf(stream, segments) };
}

/** The weightiest part of a segment within one sentence. */
function longestPiece(stream: Stream, segment: Segment): number {
  const end = endOf(segment);
  let most = 0;
  for (let i = partAt(stream.sentences, segment.copy); i < stream.sentences.length; i++) {
    const sentence = stream.sentences[i];
    if (!sentence || sentence.start >= end) break;
    const from = Math.max(sentence.start, segment.copy);
    const length = Math.min(sentence.end, end) - from;
    most = Math.max(most, weightOf(stream, { copy: from, original: segment.original + from - segment.copy, length }));
  }
  return most;
}

function weightOf(stream: Stream, { copy, original, length }: Segment): number {
  let halves = 0;
  for (let i = 0; i < length; i++) {
    const both = (stream.quoted[copy + i] ?? 0) & (stream.quoted[original + i] ?? 0);
    if (!both) halves += stream.weights[copy + i] ?? 0;
  }
  return halves / 2;
}

function spanOf(segments: Repeat, side: 'copy' | 'original'): Span {
  const last = segments.at(-1);
  return { start: segments[0]?.[side] ?? 0, end: last ? last[side] + last.length : 0 };
}

/** Units of the sentences that are repeated as a whole. */
function wholeOf(stream: Stream, segments: Repeat): number {
  const { start, end } = spanOf(segments, 'copy');
  let units = 0;
  let next = 0;
  for (let i = partAt(stream.sentences, start); i < stream.sentences.length; i++) {
    const sentence = stream.sentences[i];
    if (!sentence || sentence.start >= end) break;
    while (next < segments.length && endOf(segments[next]) <= sentence.start) next += 1;
    let agreeing = 0;
    for (let j = next; j < segments.length; j++) {
      const segment = segments[j];
      if (!segment || segment.copy >= sentence.end) break;
      agreeing += Math.min(endOf(segment), sentence.end) - Math.max(segment.copy, sentence.start);
    }
    const size = sentence.end - sentence.start;
    if (agreeing >= WHOLE * size) units += size;
  }
  return units;
}

function endOf(segment: Segment | undefined): number {
  return segment ? segment.copy + segment.length : 0;
}
