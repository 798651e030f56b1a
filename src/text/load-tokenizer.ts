import type { Tokenize } from './morphemes.ts';
import type { Dictionary } from './tokenizer/dictionary.ts';
import { type DictionaryOptions, loadDictionary } from './tokenizer/load-dictionary.ts';
import { tokenizerOf } from './tokenizer/tokenizer.ts';

let loading: Promise<Tokenize> | undefined;

/**
 * Loads the IPADIC dictionary (once a process) and returns the tokenizer that stands on it; its output is kuromoji.js's.
 * The options of the first call hold. Rejects if kuromoji is not installed; the next call tries again.
 */
export function loadTokenizer(options: DictionaryOptions = {}): Promise<Tokenize> {
  loading ??= loadDictionary(options)
    .then(tokenizerOf)
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
  loading = Promise.resolve(tokenizerOf(dictionary));
  return loading;
}
