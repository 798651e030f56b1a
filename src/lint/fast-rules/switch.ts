import type { Tokenize } from '../../text/morphemes.ts';

let tokenizer: Tokenize | undefined;

/**
 * Lets installed rules use koetsu's tokenizer, sentence splitter and matchers (a tokenizer is given), or what they were
 * written for (undefined; so it is at first). One switch for the process: change it between runs, not during one.
 */
export function switchFastRules(tokenize: Tokenize | undefined): void {
  tokenizer = tokenize;
}

/** The tokenizer to use; undefined while the switch is off. */
export const fastTokenizer = (): Tokenize | undefined => tokenizer;
