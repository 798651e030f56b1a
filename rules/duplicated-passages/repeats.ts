/** Finds what recurs in a string of units: exact repeats by an index of short grams, joined over small edits. */

/** `length` units at `copy` that stand at `original`, too. */
export interface Segment {
  readonly copy: number;
  readonly original: number;
  readonly length: number;
}

/** Segments in order, in the copy and in the original; only small edits lie between them. */
export type Repeat = readonly Segment[];

/** Length of the grams that are looked up: shorter repeats are not seen. */
const GRAM = 12;
/** Places that are remembered for each gram: keeps the search linear however often a text recurs. */
const PLACES = 12;
/** Longest edit inside of a repeat, in units, and the units that have to agree after it. */
const EDIT = 30;
const AGREEING = 8;
/** After an edit of so few units it takes no more than that many. */
const SMALL = 4;
/** A repeat that is shorter is a phrase. */
const PHRASE = 32;
/** How far a repeat may reach back before the gram by which it was found. */
const REACH = 64;

/** The repeats of a text, in the order of their copies, which do not overlap. Time and memory are linear in the text. */
export function repeatsIn(units: Uint16Array): Repeat[] {
  const index = indexOf(units);
  const repeats: Repeat[] = [];
  let end = 0;
  let floor = 0;
  for (let at = 0; at + GRAM <= units.length; ) {
    remember(index, at);
    const seed = longestAt(index, at, floor);
    if (!seed) {
      at += 1;
      continue;
    }
    if (seed.copy < end) repeats.push(cut(repeats.pop() ?? [], 0, seed.copy));
    const repeat = withEdits(units, seed, Math.max(floor, Math.min(end, seed.copy)));
    const last = repeat.at(-1) ?? seed;
    repeats.push(repeat);
    floor = floorAfter(repeat);
    end = last.copy + last.length;
    at = Math.max(end, at + 1);
  }
  return repeats;
}

/** The part of a repeat whose copy lies in `[start, end)`. */
export function cut(repeat: Repeat, start: number, end: number): Repeat {
  return repeat.flatMap((segment) => {
    const before = Math.max(0, start - segment.copy);
    const after = Math.max(0, segment.copy + segment.length - end);
    const length = segment.length - before - after;
    return length > 0 ? [{ copy: segment.copy + before, original: segment.original + before, length }] : [];
  });
}

/** Where the next repeat may start: a phrase that happens to recur gives way to a longer repeat that starts inside of it. */
function floorAfter(repeat: Repeat | undefined): number {
  const first = repeat?.[0];
  const last = repeat?.at(-1);
  if (!first || !last) return 0;
  const end = last.copy + last.length;
  return end - first.copy < PHRASE ? first.copy + 1 : end;
}

/** Where a text of at least `GRAM` units stands in the first `end` units; undefined if it does not. */
interface Index {
  readonly units: Uint16Array;
  readonly hashes: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly counts: Uint8Array;
  readonly next: Int32Array;
  readonly mask: number;
  remembered: number;
}

function indexOf(units: Uint16Array): Index {
  let size = 256;
  while (size < units.length * 2) size *= 2;
  return {
    units,
    hashes: hashesOf(units),
    first: new Int32Array(size).fill(-1),
    last: new Int32Array(size),
    counts: new Uint8Array(size),
    next: new Int32Array(units.length).fill(-1),
    mask: size - 1,
    remembered: 0,
  };
}

function hashesOf(units: Uint16Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, units.length - GRAM + 1));
  const base = 0x01000193;
  let power = 1;
  for (let i = 0; i < GRAM; i++) power = Math.imul(power, base);
  let hash = 0;
  for (let i = 0; i < units.length; i++) {
    hash = (Math.imul(hash, base) + (units[i] ?? 0)) | 0;
    if (i >= GRAM) hash = (hash - Math.imul(units[i - GRAM] ?? 0, power)) | 0;
    if (i >= GRAM - 1) hashes[i - GRAM + 1] = hash ^ (hash >>> 15);
  }
  return hashes;
}

/** Takes the grams that start before a place into the index. */
function remember(index: Index, end: number): void {
  const { hashes, first, last, counts, next, mask } = index;
  for (let i = index.remembered; i < end && i < hashes.length; i++) {
    const bucket = (hashes[i] ?? 0) & mask;
    const count = counts[bucket] ?? 0;
    if (count === PLACES) continue;
    if (count === 0) first[bucket] = i;
    else next[last[bucket] ?? 0] = i;
    last[bucket] = i;
    counts[bucket] = count + 1;
  }
  index.remembered = Math.max(index.remembered, end);
}

/** The longest repeat of what stands at a place, after `floor`; the earliest one of those that are about as long. */
function longestAt(index: Index, at: number, floor: number): Segment | undefined {
  const bucket = (index.hashes[at] ?? 0) & index.mask;
  let best: Segment | undefined;
  for (let place = index.first[bucket] ?? -1; place >= 0; place = index.next[place] ?? -1) {
    if (index.hashes[place] !== index.hashes[at]) continue;
    const segment = segmentAt(index.units, place, { at, floor });
    if (segment.length >= GRAM && (!best || segment.length > best.length * 1.1 + 6)) best = segment;
  }
  return best;
}

function segmentAt(units: Uint16Array, place: number, { at, floor }: { at: number; floor: number }): Segment {
  // The copy must not run into its original: 「ははは…」 repeats 「は」, not itself.
  const limit = Math.min(at - place, units.length - at);
  let length = 0;
  while (length < limit && units[at + length] === units[place + length]) length += 1;
  const reach = Math.min(at - floor, place, REACH, at - place - length);
  let back = 0;
  while (back < reach && units[at - back - 1] === units[place - back - 1]) back += 1;
  return { copy: at - back, original: place - back, length: length + back };
}

/** Follows a repeat over small edits, forwards and backwards. */
function withEdits(units: Uint16Array, seed: Segment, floor: number): Repeat {
  const after: Segment[] = [];
  let last = seed;
  for (let next = afterEdit(units, last, seed.copy); next; next = afterEdit(units, last, seed.copy)) {
    after.push(next);
    last = next;
  }
  // The copy starts after the end of its original.
  const lowest = Math.max(floor, last.original + last.length);
  const before: Segment[] = [];
  let first = seed;
  for (let prior = beforeEdit(units, first, lowest); prior; prior = beforeEdit(units, first, lowest)) {
    before.push(prior);
    first = prior;
  }
  return [...before.reverse(), seed, ...after];
}

function agreeingAfter(inCopy: number, inOriginal: number): number {
  return inCopy + inOriginal <= SMALL ? SMALL : Math.max(AGREEING, inCopy, inOriginal);
}

function afterEdit(units: Uint16Array, last: Segment, ceiling: number): Segment | undefined {
  const copy = last.copy + last.length;
  const original = last.original + last.length;
  for (let sum = 1; sum <= 2 * EDIT; sum++) {
    for (let inCopy = Math.max(0, sum - EDIT); inCopy <= Math.min(sum, EDIT); inCopy++) {
      const i = copy + inCopy;
      const j = original + sum - inCopy;
      if (units[i] !== units[j]) continue;
      const limit = Math.min(units.length - i, ceiling - j);
      let length = 0;
      while (length < limit && units[i + length] === units[j + length]) length += 1;
      if (length >= agreeingAfter(inCopy, sum - inCopy)) return { copy: i, original: j, length };
    }
  }
  return undefined;
}

function beforeEdit(units: Uint16Array, first: Segment, floor: number): Segment | undefined {
  for (let sum = 1; sum <= 2 * EDIT; sum++) {
    for (let inCopy = Math.max(0, sum - EDIT); inCopy <= Math.min(sum, EDIT); inCopy++) {
      const i = first.copy - inCopy;
      const j = first.original - sum + inCopy;
      if (i <= floor || j <= 0 || units[i - 1] !== units[j - 1]) continue;
      const limit = Math.min(i - floor, j, REACH);
      let length = 0;
      while (length < limit && units[i - length - 1] === units[j - length - 1]) length += 1;
      if (length >= agreeingAfter(inCopy, sum - inCopy)) return { copy: i - length, original: j - length, length };
    }
  }
  return undefined;
}
