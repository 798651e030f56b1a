import { getTokenizer } from 'kuromojin';
import type { Morpheme, Tokenize } from './morphemes.ts';

/** Loads the IPADIC dictionary (once a process) and returns the tokenizer that stands on it. */
export async function loadTokenizer(): Promise<Tokenize> {
  const tokenizer = await getTokenizer();
  return (text) => tokenizer.tokenizeForSentence(text) as readonly Morpheme[];
}
