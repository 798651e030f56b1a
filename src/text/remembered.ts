/** What a memory may hold. */
export interface Bounds {
  readonly entries: number;
  /** UTF-16 units of all the texts that it knows together; of the texts of more than a quarter of them only the last one is kept. */
  readonly characters: number;
}

/**
 * The same function with a memory: what a rule finds out about a text is computed once, and holds wherever the text stands again,
 * in another version of the article or in another article. `compute` must be pure, and its results hold offsets into the text and
 * are never changed.
 *
 * Two generations: what was asked for since the last turn, and what was asked for in the one before. Each holds at most `bounds`,
 * so a memory takes at most twice their texts (2 bytes a character, as many once more where results quote them) and results.
 */
export function remembered<T extends object | string | number | boolean>(
  compute: (text: string) => T,
  bounds: Bounds,
): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  let characters = 0;
  let long: { readonly text: string; readonly result: T } | undefined;
  const keepLong = (text: string): T => {
    if (long?.text !== text) long = { text, result: compute(text) };
    return long.result;
  };
  const keep = (text: string, result: T): T => {
    if (recent.size >= bounds.entries || characters + text.length > bounds.characters) {
      older = recent;
      recent = new Map();
      characters = 0;
    }
    recent.set(text, result);
    characters += text.length;
    return result;
  };
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    if (text.length * 4 > bounds.characters) return keepLong(text);
    const aged = older.get(text);
    const own = ownCopyOf(text);
    return keep(own, aged ?? compute(own));
  };
}

/** The same text by itself: in V8 a part of a string keeps the whole of it in memory, and a few sentences all their articles. */
export function ownCopyOf(text: string): string {
  return ` ${text}`.slice(1);
}
