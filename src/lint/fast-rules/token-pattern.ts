import type { Morpheme } from '../../text/morphemes.ts';

/** Values that a token must have, by key: one, or several of which one suffices. */
export type Shape = Readonly<Record<string, unknown>>;

/** A shape made ready. The conditions that most tokens fail are looked at first, and without a loop. */
export interface TokenTest {
  readonly surface: unknown;
  readonly pos: unknown;
  readonly basic: readonly unknown[] | undefined;
  readonly others: readonly (readonly [key: string, values: readonly unknown[]])[];
}

/** Makes a shape ready. `isKey` tells conditions from notes such as `_capture`. */
export function tokenTest(shape: Shape, isKey: (key: string) => boolean): TokenTest {
  const conditions = new Map(
    Object.keys(shape)
      .filter(isKey)
      .map((key) => [key, Array.isArray(shape[key]) ? shape[key] : [shape[key]]] as const),
  );
  const only = (key: string): unknown => {
    const [value, ...rest] = conditions.get(key) ?? [];
    if (value === undefined || rest.length > 0) return undefined;
    conditions.delete(key);
    return value;
  };
  const surface = only('surface_form');
  const pos = only('pos');
  const basic = conditions.get('basic_form');
  conditions.delete('basic_form');
  return { surface, pos, basic, others: [...conditions] };
}

/** True if the token has one of the values for each key. */
export function passes(token: Morpheme, { surface, pos, basic, others }: TokenTest): boolean {
  if (surface !== undefined && token.surface_form !== surface) return false;
  if (pos !== undefined && token.pos !== pos) return false;
  if (basic !== undefined && !basic.includes(token.basic_form)) return false;
  const values = token as unknown as Shape;
  for (const [key, allowed] of others) if (!allowed.includes(values[key])) return false;
  return true;
}
