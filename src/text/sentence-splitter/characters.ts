const known = 1;
const space = 2;
const lineBreak = 4;
const cjk = 8;

/** UTF-16 unit → flags, filled as units occur. Halves of surrogate pairs stand for themselves, as in the package. */
const flags = new Uint8Array(65536);

function flagsOf(unit: number): number {
  const memo = flags[unit] ?? 0;
  if (memo !== 0) return memo;
  const character = String.fromCharCode(unit);
  const found =
    known |
    (/\s/.test(character) ? space : 0) |
    (/[\r\n]/.test(character) ? lineBreak : 0) |
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character) ? cjk : 0);
  flags[unit] = found;
  return found;
}

/** White space, line breaks included. False for -1, the end of a text. */
export const isSpace = (unit: number): boolean => unit >= 0 && (flagsOf(unit) & space) !== 0;

/** A character of a script that is written without spaces. */
export const isCjk = (unit: number): boolean => (flagsOf(unit) & cjk) !== 0;

/** CR or LF. */
export const isLineBreak = (unit: number): boolean => unit === 10 || unit === 13;

/** White space within a line; U+2028 counts as such. */
export const isBlank = (unit: number): boolean => unit >= 0 && (flagsOf(unit) & (space | lineBreak)) === space;

/** True where a word ends: white space or a character of a script that is written without spaces. */
export const endsWord = (unit: number): boolean => (flagsOf(unit) & (space | cjk)) !== 0;
