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

/**
 * kuromojin's functions on koetsu's tokenizer. Calls with options, such as a dictionary of one's own, go to kuromojin. What
 * `getTokenizer` resolves to has `tokenizeForSentence` only.
 */
export function fastKuromojin(plain: Kuromojin): Kuromojin {
  return {
    tokenize: (text, options) => {
      const fast = fastTokenizer();
      return fast && options === undefined ? Promise.resolve(fast(text)) : plain.tokenize(text, options);
    },
    getTokenizer: (options) => {
      const fast = fastTokenizer();
      if (!fast || options !== undefined) return plain.getTokenizer(options);
      return Promise.resolve({ tokenizeForSentence: fast });
    },
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
