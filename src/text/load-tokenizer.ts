import type { Tokenize } from './morphemes.ts';
import { remembered } from './remembered.ts';
import type { Dictionary } from './tokenizer/dictionary.ts';
import { type DictionaryOptions, loadDictionary } from './tokenizer/load-dictionary.ts';
import { tokenizerOf } from './tokenizer/tokenizer.ts';

/** The sentences and paragraphs of some three articles, and of as many before; their morphemes take some 6 MB. */
const BOUNDS = { entries: 4_000, characters: 60_000 };

let loading: Promise<Tokenize> | undefined;

/**
 * Loads the IPADIC dictionary (once a process) and returns the tokenizer that stands on it; its output is kuromoji.js's.
 * It remembers: who asks for a text again gets the same morphemes, which nobody may change.
 * The options of the first call hold. Rejects if kuromoji is not installed; the next call tries again.
 */
export function loadTokenizer(options: DictionaryOptions = {}): Promise<Tokenize> {
  loading ??= loadDictionary(options)
    .then(rememberingTokenizer)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/**
 * Makes `loadTokenizer` stand on a dictionary that is already there: in a worker thread, the one that the main thread has
 * loaded with `loadDictionary` and handed over, without a copy, as `workerData`.
 */
export function shareDictionary(dictionary: Dictionary): Promise<Tokenize> {
  loading = Promise.resolve(rememberingTokenizer(dictionary));
  return loading;
}

function rememberingTokenizer(dictionary: Dictionary): Tokenize {
  return remembered(tokenizerOf(dictionary), BOUNDS);
}
