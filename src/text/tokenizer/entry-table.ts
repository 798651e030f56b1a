import type { Sections } from './dictionary.ts';

/** Words of one of kuromoji's dictionaries, in the order of their slots. */
export interface WordList {
  /** Byte positions in `entries`: kuromoji's word ids. */
  readonly ids: Int32Array;
  readonly entries: Uint8Array<ArrayBuffer>;
  /** NUL-terminated lines of comma-separated features. */
  readonly features: Buffer;
}

export type EntryTable = Pick<
  Sections,
  'words' | 'wordIds' | 'stringStarts' | 'stringLengths' | 'strings' | 'partsOfSpeech'
>;

interface Draft {
  readonly table: Omit<EntryTable, 'strings' | 'partsOfSpeech'>;
  strings: Uint16Array;
  filled: number;
  /** Byte string of six features → row. */
  readonly rows: Map<string, number>;
  /** Positions of the ten field boundaries of the line in hand. */
  readonly commas: Int32Array;
}

/**
 * The words of `lists`, one after the other, with what differs from word to word: the surface is the key in the trie, six
 * of the features come in a few hundred combinations, the basic form is mostly the surface and the pronunciation mostly
 * the reading. That leaves 10 of 36 MB.
 */
export function entryTableOf(lists: readonly WordList[], entryBytes: number): EntryTable {
  const count = lists.reduce((total, list) => total + list.ids.length, 0);
  const draft: Draft = {
    table: {
      words: new Int16Array(4 * count),
      wordIds: new Int32Array(count),
      stringStarts: new Int32Array(count),
      stringLengths: new Uint8Array(4 * count),
    },
    strings: new Uint16Array(1 << 20),
    filled: 0,
    rows: new Map(),
    commas: new Int32Array(11),
  };
  let slot = 0;
  for (const list of lists) {
    const view = new DataView(list.entries.buffer);
    for (const id of list.ids) {
      const line = view.getInt32(id + entryBytes - 4, true);
      draft.table.words[4 * slot] = view.getInt16(id, true);
      draft.table.words[4 * slot + 1] = view.getInt16(id + 2, true);
      draft.table.words[4 * slot + 2] = view.getInt16(id + 4, true);
      draft.table.wordIds[slot] = id;
      addFeatures(draft, slot, list.features, line);
      slot++;
    }
  }
  const partsOfSpeech = Uint16Array.from([...draft.rows.keys()].join('\n'), (char) => char.charCodeAt(0));
  return { ...draft.table, strings: draft.strings.slice(0, draft.filled), partsOfSpeech };
}

/** Fields: surface, six of the part of speech, basic form, reading, pronunciation; unknown words lack the last two. */
function addFeatures(draft: Draft, slot: number, bytes: Buffer, line: number): void {
  const { commas, rows, table } = draft;
  findFields(commas, bytes, line);
  const field = (index: number) => [(commas[index] ?? 0) + 1, commas[index + 1] ?? 0] as const;
  const six = bytes.toString('utf8', (commas[1] ?? 0) + 1, commas[7] ?? 0);
  const row = rows.get(six) ?? rows.size;
  rows.set(six, row);
  table.words[4 * slot + 3] = row;
  table.stringStarts[slot] = draft.filled;
  if (!equalRanges(bytes, field(0), field(7))) table.stringLengths[4 * slot] = addString(draft, bytes, field(7));
  table.stringLengths[4 * slot + 1] = addString(draft, bytes, field(8));
  if (!equalRanges(bytes, field(8), field(9))) table.stringLengths[4 * slot + 2] = addString(draft, bytes, field(9));
}

/** Sets `commas` to the position before each field; fields that are not there are empty, at the line's end. */
function findFields(commas: Int32Array, bytes: Uint8Array, line: number): void {
  commas[0] = line - 1;
  let found = 1;
  let at = line;
  for (; at < bytes.length && bytes[at] !== 0; at++) {
    if (bytes[at] === 0x2c && found < commas.length - 1) commas[found++] = at;
  }
  commas[found++] = at;
  while (found < commas.length) commas[found++] = at;
}

type Bounds = readonly [start: number, end: number];

function equalRanges(bytes: Uint8Array, [start, end]: Bounds, [otherStart, otherEnd]: Bounds): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let i = 0; i < end - start; i++) if (bytes[start + i] !== bytes[otherStart + i]) return false;
  return true;
}

/** Appends the bytes as UTF-16 and returns how many units they made. IPADIC has no characters beyond U+FFFF. */
function addString(draft: Draft, bytes: Uint8Array, [start, end]: Bounds): number {
  if (draft.filled + end - start > draft.strings.length) {
    const larger = new Uint16Array(2 * draft.strings.length);
    larger.set(draft.strings);
    draft.strings = larger;
  }
  const first = draft.filled;
  let at = start;
  while (at < end) {
    const lead = bytes[at] ?? 0;
    const width = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : 3;
    draft.strings[draft.filled++] = unitAt(bytes, at, width);
    at += width;
  }
  return draft.filled - first;
}

function unitAt(bytes: Uint8Array, at: number, width: number): number {
  const lead = bytes[at] ?? 0;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (width === 1) return lead;
  return width === 2
    ? ((lead & 0x1f) << 6) | second
    : ((lead & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
}
