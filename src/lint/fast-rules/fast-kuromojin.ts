import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Morpheme, Tokenize } from '../../text/morphemes.ts';
import { testedKuromojiVersions } from '../../text/tokenizer/kuromoji-source.ts';
import { fastTokenizer } from './switch.ts';

interface Tokenizer {
  readonly tokenizeForSentence: Tokenize;
}

interface KuromojinOptions {
  readonly dicPath?: string;
  readonly noCacheTokenize?: boolean;
}

/** The exports of kuromojin 3. */
export interface Kuromojin {
  readonly tokenize: (text: string, options?: KuromojinOptions) => Promise<readonly Morpheme[]>;
  readonly getTokenizer: (options?: KuromojinOptions) => Promise<Tokenizer>;
}

/** Rules visit a node one after the other, so that a text is asked for again soon or never. */
const remembered = 500;

/**
 * kuromojin's functions on koetsu's tokenizer. Calls with options, such as a dictionary of one's own, go to kuromojin. What
 * `getTokenizer` resolves to has `tokenizeForSentence` only.
 */
export function fastKuromojin(plain: Kuromojin): Kuromojin {
  const recall = memory();
  return {
    tokenize: (text, options) => {
      const fast = fastTokenizer();
      return fast && options === undefined ? Promise.resolve(recall(text, fast)) : plain.tokenize(text, options);
    },
    getTokenizer: (options) => {
      const fast = fastTokenizer();
      if (!fast || options !== undefined) return plain.getTokenizer(options);
      return Promise.resolve({ tokenizeForSentence: (text) => recall(text, fast) });
    },
  };
}

/** Tokenises and keeps the last results. Rules get the same arrays twice, as from kuromojin: they do not change them. */
function memory(): (text: string, tokenize: Tokenize) => readonly Morpheme[] {
  const tokens = new Map<string, readonly Morpheme[]>();
  let from: Tokenize | undefined;
  return (text, tokenize) => {
    if (from !== tokenize) tokens.clear();
    from = tokenize;
    const known = tokens.get(text);
    if (known) return known;
    const found = tokenize(text);
    const [oldest] = tokens.size < remembered ? [] : tokens.keys();
    if (oldest !== undefined) tokens.delete(oldest);
    tokens.set(text, found);
    return found;
  };
}

/** The version of the kuromoji that the kuromojin at a path uses, if our tokenizer was not compared with it. */
export function untestedKuromoji(kuromojin: string): string | undefined {
  try {
    const main = createRequire(kuromojin).resolve('kuromoji');
    const { version } = createRequire(main)(join(dirname(main), '..', 'package.json'));
    return testedKuromojiVersions.includes(version) ? undefined : `kuromoji ${version}`;
  } catch {
    return 'kuromoji ?';
  }
}
