import type { Document, Sentence } from '../document/document.ts';

/** The sentences of the prose of an article that are long enough to tell articles apart, in order. */
export interface Sketch {
  /** Hashes of the sentences, 32 bits each. */
  readonly hashes: readonly number[];
  /** Where each begins and ends in the file: two numbers a sentence. */
  readonly places: readonly number[];
}

/** Shorter sentences recur by chance. In characters, punctuation and spaces not counted. */
const SHORTEST = 25;

/** The sketch of an article. Sentences count as the same if letters and digits are, whatever their width and mark-up. */
export function sketchOf(document: Document): Sketch {
  const hashes: number[] = [];
  const places: number[] = [];
  for (const sentence of document.sentences) {
    const text = isProse(sentence) ? folded(sentence.text) : '';
    if (text.length < SHORTEST) continue;
    hashes.push(hashOf(text));
    places.push(...sentence.range);
  }
  return { hashes, places };
}

function isProse({ block }: Sentence): boolean {
  return (block.kind === 'paragraph' || block.kind === 'item') && !block.linkOnly;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** FNV-1a over UTF-16 units, with the last step of MurmurHash3 to spread them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
