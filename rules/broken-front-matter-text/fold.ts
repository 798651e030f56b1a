/** A text reduced to letters and digits, for comparing, with the way back. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of every UTF-16 unit of `text`. */
  readonly at: readonly number[];
}

/** Kana, kanji and lower-case ASCII letters and digits fold to themselves. */
const PLAIN = /[0-9a-z\u3041-\u3096\u30A1-\u30FA\u30FC\u3005\u4E00-\u9FFF]/;

/** Folds a text: no white space, punctuation, symbols or Markdown marks; NFKC, lower case. Linear. */
export function fold(text: string): Folded {
  const kept: string[] = [];
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const letters = PLAIN.test(character) ? character : lettersOf(character);
    for (const letter of letters) for (let i = 0; i < letter.length; i += 1) at.push(offset);
    kept.push(letters);
    offset += character.length;
  }
  return { text: kept.join(''), at };
}

/** Where the first `length` folded characters end in the original (characters dropped behind them excluded). */
export function endOf(folded: Folded, original: string, length: number): number {
  const last = folded.at[length - 1];
  if (length === 0 || last === undefined) return 0;
  return last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
}

/** The number of characters that two texts have in common at their start. */
export function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function lettersOf(character: string): string {
  return character
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
