/**
 * The IPADIC dictionary of kuromoji.js as flat arrays over one SharedArrayBuffer: it can be written to a file as it
 * stands and posted to a worker without a copy.
 *
 * A "slot" is the place of one word in the arrays. Known words come first, in the order in which kuromoji lists the
 * words of one spelling, then the entries for unknown words.
 */
export interface Dictionary {
  /** Everything below, and the header of the file: see dictionary-file.ts. */
  readonly buffer: SharedArrayBuffer;
  /** Double array over UTF-8 bytes, as pairs of base and check. */
  readonly trie: Int32Array;
  /** UTF-16 unit → trie node after its bytes, 0 for none. */
  readonly jump: Int32Array;
  /** Record number of the trie → its first slot; the next number's first slot is its end. */
  readonly records: Int32Array;
  /** Four numbers a slot: left context, right context, word cost, row of `partsOfSpeech`. */
  readonly words: Int16Array;
  /** The word ids that kuromoji shows. */
  readonly wordIds: Int32Array;
  /** Start of a slot's strings in `strings`. */
  readonly stringStarts: Int32Array;
  /** Four lengths a slot: basic form (0: the surface), reading, pronunciation (0: the reading), unused. */
  readonly stringLengths: Uint8Array;
  readonly strings: Uint16Array;
  /** Connection costs: two dimensions, then a row of left contexts for each right context. */
  readonly connections: Int16Array;
  /** UTF-16 unit → character class. */
  readonly charClasses: Uint8Array;
  /** Character class → `invokeAlways` + `groups`. */
  readonly classFlags: Uint8Array;
  /** Character class → first slot of its unknown words; the next class's first slot is its end. */
  readonly classSlots: Int32Array;
  /** Rows of six features each, comma-separated, one row a line, as UTF-16 units. */
  readonly partsOfSpeech: Uint16Array;
}

/** Class flag: an unknown word is tried even where the dictionary knows one. */
export const invokeAlways = 1;
/** Class flag: a run of characters of this class makes one unknown word. */
export const groups = 2;

/** Bytes before the first section. */
export const headerBytes = 1024;

/** The arrays of a dictionary, without the buffer. */
export type Sections = Omit<Dictionary, 'buffer'>;

/** The sections in the order of the file. */
export const sectionNames = [
  'trie',
  'jump',
  'records',
  'words',
  'wordIds',
  'stringStarts',
  'stringLengths',
  'strings',
  'connections',
  'charClasses',
  'classFlags',
  'classSlots',
  'partsOfSpeech',
] as const satisfies readonly (keyof Sections)[];

/** Copies the sections behind an empty header into one shared buffer and returns the views of it. */
export function packDictionary(sections: Sections): Dictionary {
  const lengths = sectionNames.map((name) => sections[name].byteLength);
  const buffer = new SharedArrayBuffer(lengths.reduce((total, length) => total + aligned(length), headerBytes));
  const dictionary = viewDictionary(buffer, lengths);
  for (const name of sectionNames) dictionary[name].set(sections[name]);
  return dictionary;
}

/** The views of a packed buffer. `lengths` are the sections' byte lengths, and must fit the buffer. */
export function viewDictionary(buffer: SharedArrayBuffer, lengths: readonly number[]): Dictionary {
  const starts = new Map<string, readonly [start: number, length: number]>();
  let start = headerBytes;
  for (const [index, name] of sectionNames.entries()) {
    const length = lengths[index] ?? 0;
    starts.set(name, [start, length]);
    start += aligned(length);
  }
  const at = (name: keyof Sections) => starts.get(name) ?? [headerBytes, 0];
  const int32 = (name: keyof Sections) => new Int32Array(buffer, at(name)[0], at(name)[1] / 4);
  const int16 = (name: keyof Sections) => new Int16Array(buffer, at(name)[0], at(name)[1] / 2);
  const uint16 = (name: keyof Sections) => new Uint16Array(buffer, at(name)[0], at(name)[1] / 2);
  const uint8 = (name: keyof Sections) => new Uint8Array(buffer, ...at(name));
  return {
    buffer,
    trie: int32('trie'),
    jump: int32('jump'),
    records: int32('records'),
    words: int16('words'),
    wordIds: int32('wordIds'),
    stringStarts: int32('stringStarts'),
    stringLengths: uint8('stringLengths'),
    strings: uint16('strings'),
    connections: int16('connections'),
    charClasses: uint8('charClasses'),
    classFlags: uint8('classFlags'),
    classSlots: int32('classSlots'),
    partsOfSpeech: uint16('partsOfSpeech'),
  };
}

/** Sections start at multiples of 8, so that every kind of array can lie on them. */
function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
