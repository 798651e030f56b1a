import type { Morpheme } from '../../text/morphemes.ts';
import { fastTokenizer } from './switch.ts';

/** The exports of token-utils.js in textlint-rule-no-doubled-joshi 5 that are asked for each token. */
export interface TokenUtils {
  readonly is助詞Token: (token: Morpheme | undefined) => unknown;
  readonly concatJoishiTokens: (tokens: readonly Morpheme[]) => readonly Morpheme[];
  readonly createKeyFromKey: (token: Morpheme) => string;
  readonly restoreToSurfaceFromKey: (key: string) => string;
}

/** How many keys are kept: IPADIC has some 200 particles, and the rule joins those that follow each other. */
const MOST = 10_000;

/** The same functions without a regular expression for each token, and without a copy of it. */
export function fastTokenUtils(plain: TokenUtils): TokenUtils {
  const isParticle = (token: Morpheme | undefined): boolean => token?.pos.startsWith('助詞') === true;
  const keys = new Map<string, Map<string, string>>();
  let count = 0;

  /** `plain`'s key, made once for each surface form and part of speech. */
  function keyOf(token: Morpheme): string {
    const detail = token.pos_detail_1;
    if (token.pos_detail_2 !== '*' || token.pos_detail_3 !== '*' || token.pos !== '助詞')
      return plain.createKeyFromKey(token);
    const bySurface = keys.get(detail) ?? new Map<string, string>();
    if (bySurface.size === 0) keys.set(detail, bySurface);
    const known = bySurface.get(token.surface_form);
    if (known !== undefined) return known;
    const key = plain.createKeyFromKey(token);
    if (count++ < MOST) bySurface.set(token.surface_form, key);
    return key;
  }

  function joined(tokens: readonly Morpheme[]): readonly Morpheme[] {
    const result: Morpheme[] = [];
    let last: Morpheme | undefined;
    for (const token of tokens) {
      const follows = isParticle(token) && isParticle(last);
      last = follows && last ? join(last, token) : token;
      if (follows) result[result.length - 1] = last;
      else result.push(last);
    }
    return result;
  }
  return {
    is助詞Token: (token) => (fastTokenizer() ? isParticle(token) : plain.is助詞Token(token)),
    concatJoishiTokens: (tokens) => (fastTokenizer() ? joined(tokens) : plain.concatJoishiTokens(tokens)),
    // Every key has a colon in it.
    restoreToSurfaceFromKey: (key) => key.slice(0, key.indexOf(':')),
    createKeyFromKey: (token) => (fastTokenizer() ? keyOf(token) : plain.createKeyFromKey(token)),
  };
}

function join(first: Morpheme, second: Morpheme): Morpheme {
  return {
    ...first,
    surface_form: first.surface_form + second.surface_form,
    pos: first.pos + second.pos,
    pos_detail_1: first.pos_detail_1 + second.surface_form,
  };
}
