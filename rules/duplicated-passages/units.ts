/** Characters of prose as units that can be compared: what they count as, and how much they say. */

const PUNCTUATION = '、。，！？!?‼⁇⁈⁉「」『』（）()【】［］[]〈〉《》〔〕"“”\'‘’*_~`…‥―—–・:：;；,|｜〝〟→';
/** What each UTF-16 unit counts as; 0 for units that do not count. */
const FOLDED = foldingTable();
/** First unit of the private use area, which stands for inline code. */
const PRIVATE = 0xe000;
const PRIVATE_SIZE = 0x1900;

/** The unit that a UTF-16 unit counts as: full-width ASCII as ASCII; 0 for white space and punctuation. */
export function foldedUnit(unit: number): number {
  return FOLDED[unit] ?? 0;
}

/** The units of a stand-alone text, folded like a stream. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = foldedUnit(text.charCodeAt(i));
    if (unit !== 0) units[at++] = unit;
  }
  return units.subarray(0, at);
}

/** The unit that stands for a piece of inline code. */
export function unitOfCode(code: string): number {
  let hash = 0;
  for (let i = 0; i < code.length; i++) hash = (Math.imul(hash, 31) + code.charCodeAt(i)) >>> 0;
  return PRIVATE + (hash % PRIVATE_SIZE);
}

/** A name counts by its first letters: GitHub Copilot is one term, not thirteen characters. */
export function weightsOf(codes: Uint16Array): Uint8Array {
  const weights = new Uint8Array(codes.length);
  let run = 0;
  let before = 0;
  for (let i = 0; i < codes.length; i++) {
    const script = scriptOf(codes[i] ?? 0);
    run = script === before ? run + 1 : 1;
    before = script;
    if (script === 0 || run <= 3) weights[i] = 2;
    else weights[i] = script === 1 ? 1 : 0;
  }
  return weights;
}

/** 1: katakana, 2: Latin letters, digits and signs, 0: all others. */
function scriptOf(unit: number): 0 | 1 | 2 {
  if (unit < 0x250) return 2;
  return unit >= 0x30a1 && unit <= 0x30fc ? 1 : 0;
}

function foldingTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 1; unit < table.length; unit++) table[unit] = unit;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  for (const mark of PUNCTUATION) table[mark.charCodeAt(0)] = 0;
  for (let unit = 0; unit <= 0x20; unit++) table[unit] = 0;
  for (const blank of [0x7f, 0xa0, 0xad, 0x200b, 0x200c, 0x200d, 0x2028, 0x2029, 0x3000, 0xfe0f, 0xfeff])
    table[blank] = 0;
  return table;
}
