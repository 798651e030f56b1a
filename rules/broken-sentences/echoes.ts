import type { Piece } from './pieces.ts';

/** How many characters at the end (or the beginning) of a fragment are looked for elsewhere. */
export const KEY = 8;

/** No more places than this are kept for one key: it bounds the time where an article repeats itself endlessly. */
const MAX_PLACES = 24;

/** The text of all pieces in one string, so that a place is one number. */
export interface Haystack {
  readonly text: string;
  /** Where each piece begins in `text`. */
  readonly starts: readonly number[];
}

/** Joins the pieces of an article; a line break stands between two, so that no place lies across them. */
export function haystackOf(pieces: readonly Piece[]): Haystack {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length + 1;
  }
  return { text: pieces.map((piece) => piece.text).join('\n'), starts };
}

/** All places of strings of `KEY` characters in a haystack, the first `MAX_PLACES` of each. One pass over the text. */
export function placesOf(keys: ReadonlySet<string>, { text }: Haystack): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const heads = headsOf(keys);
  let head = text.charCodeAt(0);
  for (let i = 0; i + KEY <= text.length; i += 1) {
    const next = text.charCodeAt(i + 1);
    const pair = pairOf(head, next);
    head = next;
    if (heads[pair] === 0) continue;
    const key = text.slice(i, i + KEY);
    if (!keys.has(key)) continue;
    const places = found.get(key) ?? [];
    if (places.length < MAX_PLACES) places.push(i);
    found.set(key, places);
  }
  return found;
}

/** Twelve bits of two characters, which few others share: what begins no key is told without making a string of it. */
function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 20;
}

/** 1 for the first two characters of each key. */
function headsOf(keys: ReadonlySet<string>): Uint8Array {
  const heads = new Uint8Array(0x1000);
  for (const key of keys) heads[pairOf(key.charCodeAt(0), key.charCodeAt(1))] = 1;
  return heads;
}

/** How many characters before two offsets are the same, at most `limit`. */
export function sameBefore(text: string, a: number, b: number, limit: number): number {
  let length = 0;
  while (length < limit && a > length && b > length && text[a - length - 1] === text[b - length - 1]) length += 1;
  return length;
}

/** How many characters from two offsets on are the same, at most `limit`. */
export function sameAfter(text: string, a: number, b: number, limit: number): number {
  let length = 0;
  while (length < limit && Math.max(a, b) + length < text.length && text[a + length] === text[b + length]) length += 1;
  return length;
}

/** Index of the piece that holds an offset of the haystack. */
export function pieceAt(haystack: Haystack, offset: number): number {
  let low = 0;
  let high = haystack.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((haystack.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
