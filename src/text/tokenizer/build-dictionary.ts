import { type Dictionary, groups, invokeAlways, packDictionary, type Sections } from './dictionary.ts';
import { type EntryTable, entryTableOf, type WordList } from './entry-table.ts';
import type { KuromojiFiles } from './kuromoji-source.ts';
import { jumpTable } from './trie.ts';

/** Bytes of one entry in kuromoji's word files: left, right and cost as 16 bits each, position of the features. */
const entryBytes = 10;

/** Builds the flat dictionary from kuromoji's files. About half a second of work for IPADIC. */
export function buildDictionary(files: KuromojiFiles): Dictionary {
  const trie = interleavedTrie(int32(files.base), int32(files.check));
  const known = listTargets(int32(files.tid_map));
  const unknown = listTargets(int32(files.unk_map));
  const lists: readonly WordList[] = [
    { ids: known.targets, entries: files.tid, features: Buffer.from(files.tid_pos.buffer, 0, files.tid_pos.length) },
    { ids: unknown.targets, entries: files.unk, features: Buffer.from(files.unk_pos.buffer, 0, files.unk_pos.length) },
  ];
  const table: EntryTable = entryTableOf(lists, entryBytes);
  const sections: Sections = {
    trie,
    jump: jumpTable(trie),
    records: known.starts,
    ...table,
    connections: new Int16Array(files.cc.buffer, 0, files.cc.length >> 1),
    charClasses: charClassesOf(files.unk_char),
    classFlags: classFlagsOf(files.unk_invoke),
    classSlots: unknown.starts.map((start) => start + known.targets.length),
  };
  return packDictionary(sections);
}

/** Base and check side by side (one cache line a step), without the unused tail but for one byte's reach. */
function interleavedTrie(base: Int32Array, check: Int32Array): Int32Array {
  let used = check.length;
  while (used > 1 && ((check[used - 1] ?? 0) < 0 || (check[used - 1] === 0 && base[used - 1] === 0))) used--;
  const trie = new Int32Array(2 * (used + 256)).fill(-1);
  for (let node = 0; node < used; node++) {
    trie[2 * node] = base[node] ?? 0;
    trie[2 * node + 1] = check[node] ?? -1;
  }
  return trie;
}

/** A map file as the start of each key's ids, and all ids by key. */
function listTargets(map: Int32Array): { starts: Int32Array; targets: Int32Array } {
  let highest = 0;
  let total = 0;
  forEachEntry(map, (key, _, count) => {
    highest = Math.max(highest, key);
    total += count;
  });
  const starts = new Int32Array(highest + 2);
  forEachEntry(map, (key, _, count) => {
    starts[key + 1] = count;
  });
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const targets = new Int32Array(total);
  forEachEntry(map, (key, first, count) => {
    const start = starts[key] ?? 0;
    for (let i = 0; i < count; i++) targets[start + i] = map[first + i] ?? 0;
  });
  return { starts, targets };
}

/** The entries of a map file: a count that kuromoji ignores, then `(key, count, id × count)`, then zeros. */
function forEachEntry(map: Int32Array, visit: (key: number, first: number, count: number) => void): void {
  let at = 1;
  while (at + 1 < map.length) {
    const count = map[at + 1] ?? 0;
    if (count > 0) visit(map[at] ?? 0, at + 2, count);
    at += 2 + count;
  }
}

/** kuromoji gives every surrogate pair the first class, DEFAULT; a pair is looked up by its high half here. */
function charClassesOf(file: Uint8Array): Uint8Array {
  return Uint8Array.from(file).fill(0, 0xd800, 0xdc00);
}

/** Entries of `(invoke, group, 32-bit length, name, NUL)`; the file is padded with zeros. */
function classFlagsOf(file: Uint8Array): Uint8Array {
  const flags = new Uint8Array(256);
  let at = 0;
  for (let charClass = 0; charClass < flags.length && at < file.length; charClass++) {
    flags[charClass] = (file[at] === 1 ? invokeAlways : 0) + (file[at + 1] === 1 ? groups : 0);
    at = file.indexOf(0, at + 6) + 1;
  }
  return flags;
}

function int32(bytes: Uint8Array<ArrayBuffer>): Int32Array {
  return new Int32Array(bytes.buffer, 0, bytes.length >> 2);
}
