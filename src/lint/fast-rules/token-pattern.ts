import type { Morpheme } from '../../text/morphemes.ts';

/** Values that a token must have, by key: one or several of which one suffices. */
export type Shape = Readonly<Record<string, unknown>>;

/** A shape made ready: each key with the values it may have. */
export type TokenTest = readonly (readonly [key: string, values: readonly unknown[]])[];

/** Makes a shape ready. `isKey` tells conditions from notes such as `_capture`. */
export function tokenTest(shape: Shape, isKey: (key: string) => boolean): TokenTest {
  return Object.keys(shape)
    .filter(isKey)
    .map((key) => [key, Array.isArray(shape[key]) ? shape[key] : [shape[key]]]);
}

/** True if the token has one of the values for each key. */
export function passes(token: Morpheme, test: TokenTest): boolean {
  const values = token as unknown as Shape;
  for (const [key, allowed] of test) if (!allowed.includes(values[key])) return false;
  return true;
}
