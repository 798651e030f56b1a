import type { Document } from '../document/document.ts';
import type { Range } from '../text/range.ts';

/** A share and what has it, such as 75%以上の企業. */
export interface Phrase {
  /** Full-width characters folded, spaces removed. */
  readonly text: string;
  readonly range: Range;
}

/** A share or multiple, a bound, の and the noun behind it. */
const PHRASE =
  /[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})? ?(?:%|％|パーセント|割|倍)(?:近く|弱|強|超|以上|以下|未満|程度|前後|もの)?の(?:[\p{Script=Han}々]{2,8}|[\p{Script=Katakana}ー]{2,12})/gu;

/** The figure phrases of an article, each once, in the order of the text. */
export function phrasesIn(document: Document): Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const { visible } of document.blocks) {
    for (const match of visible.text.matchAll(PHRASE)) {
      const text = match[0].normalize('NFKC').replaceAll(' ', '');
      const range = visible.rangeOf(match.index, match.index + match[0].length);
      if (!phrases.has(text)) phrases.set(text, { text, range });
    }
  }
  return [...phrases.values()];
}
