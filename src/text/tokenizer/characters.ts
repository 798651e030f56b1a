/**
 * A text as kuromoji counts it: one number a character, where a surrogate pair is one character. The arrays are reused
 * and longer than the text.
 */
export interface Characters {
  /** Character → UTF-16 unit; of a surrogate pair the first. A 0 follows the last. */
  units: Uint16Array;
  /** Character → its position in the text; the text's length follows the last. */
  offsets: Int32Array;
  count: number;
  /** No surrogates: positions and characters are the same. */
  plain: boolean;
}

/** Arrays beyond this many characters are given back after the text that needed them. */
const keptCharacters = 1 << 18;
const fewestCharacters = 1 << 12;

export function createCharacters(): Characters {
  return { ...arraysFor(fewestCharacters), count: 0, plain: true };
}

/** Fills `characters` with `text`. A surrogate without its other half is a character by itself. */
export function readCharacters(characters: Characters, text: string): void {
  const { length } = text;
  const capacity = characters.units.length;
  if (length >= capacity || (capacity > keptCharacters && length < fewestCharacters)) {
    Object.assign(characters, arraysFor(Math.max(fewestCharacters, length + 1)));
  }
  const { units, offsets } = characters;
  let count = 0;
  let plain = true;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    units[count] = unit;
    offsets[count++] = at;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      plain = false;
      if (unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1))) at++;
    }
  }
  units[count] = 0;
  offsets[count] = length;
  characters.count = count;
  characters.plain = plain;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function arraysFor(size: number) {
  return { units: new Uint16Array(size), offsets: new Int32Array(size) };
}
