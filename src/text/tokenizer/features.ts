import type { Dictionary } from './dictionary.ts';

/** What the dictionary says of one word, whatever the text around it. */
export interface Features {
  readonly wordId: number;
  readonly surface: string;
  readonly pos: string;
  readonly detail1: string;
  readonly detail2: string;
  readonly detail3: string;
  readonly conjugatedType: string;
  readonly conjugatedForm: string;
  readonly basicForm: string;
  readonly reading: string;
  readonly pronunciation: string;
}

/**
 * Returns a function that decodes the features of a slot, once a slot. The word stands in `units` from `start` to `until`;
 * unknown words share a slot, so their `surface` is that of the first one asked for. Memory grows with the distinct words seen,
 * at most the dictionary's 392,166.
 */
export function featureReader(
  dictionary: Dictionary,
): (slot: number, units: Uint16Array, start: number, until: number) => Features {
  const known: (Features | undefined)[] = new Array(dictionary.wordIds.length);
  const rows = textOf(dictionary.partsOfSpeech)
    .split('\n')
    .map((row) => row.split(','));
  return (slot, units, start, until) => {
    const features = known[slot] ?? decode(dictionary, rows, slot, units.subarray(start, until));
    known[slot] = features;
    return features;
  };
}

function decode(
  dictionary: Dictionary,
  rows: readonly (readonly string[])[],
  slot: number,
  surface: Uint16Array,
): Features {
  const { strings, stringLengths, stringStarts, words, wordIds } = dictionary;
  const start = stringStarts[slot] ?? 0;
  const readingStart = start + (stringLengths[4 * slot] ?? 0);
  const pronunciationStart = readingStart + (stringLengths[4 * slot + 1] ?? 0);
  const end = pronunciationStart + (stringLengths[4 * slot + 2] ?? 0);
  // Decoded, not cut out of the text: a slice would keep the whole article alive.
  const surfaceForm = textOf(surface);
  const reading = textOf(strings.subarray(readingStart, pronunciationStart));
  const [pos = '*', detail1 = '*', detail2 = '*', detail3 = '*', conjugatedType = '*', conjugatedForm = '*'] =
    rows[words[4 * slot + 3] ?? 0] ?? [];
  return {
    wordId: wordIds[slot] ?? 0,
    surface: surfaceForm,
    pos,
    detail1,
    detail2,
    detail3,
    conjugatedType,
    conjugatedForm,
    basicForm: readingStart === start ? surfaceForm : textOf(strings.subarray(start, readingStart)),
    reading,
    pronunciation: end === pronunciationStart ? reading : textOf(strings.subarray(pronunciationStart, end)),
  };
}

/** Chunked, since the arguments of a call are limited. */
function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}
