/** Walks the double array, whose keys are UTF-8 bytes, by UTF-16 units. */

/** The node after `unit` from `node`, or 0 where no word goes on so. */
export function stepTrie(trie: Int32Array, node: number, unit: number): number {
  // NUL ends the keys inside the trie, and no word holds a surrogate.
  if (unit === 0 || (unit >= 0xd800 && unit <= 0xdfff)) return 0;
  if (unit < 0x80) return followByte(trie, node, unit);
  if (unit < 0x800) {
    const lead = followByte(trie, node, 0xc0 | (unit >> 6));
    return lead === 0 ? 0 : followByte(trie, lead, 0x80 | (unit & 0x3f));
  }
  const lead = followByte(trie, node, 0xe0 | (unit >> 12));
  if (lead === 0) return 0;
  const middle = followByte(trie, lead, 0x80 | ((unit >> 6) & 0x3f));
  return middle === 0 ? 0 : followByte(trie, middle, 0x80 | (unit & 0x3f));
}

/** The record number of the word that ends at `node`, or -1 if none does. */
export function recordAt(trie: Int32Array, node: number): number {
  const leaf = trie[2 * node] ?? 0;
  return trie[2 * leaf + 1] === node ? -(trie[2 * leaf] ?? 0) - 1 : -1;
}

/** UTF-16 unit → node after it from the root, for all 65,536 units. */
export function jumpTable(trie: Int32Array): Int32Array {
  return Int32Array.from({ length: 0x10000 }, (_, unit) => stepTrie(trie, 0, unit));
}

function followByte(trie: Int32Array, node: number, byte: number): number {
  const child = (trie[2 * node] ?? 0) + byte;
  return trie[2 * child + 1] === node ? child : 0;
}
