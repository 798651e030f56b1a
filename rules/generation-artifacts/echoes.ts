import type { Block, Document, Sentence } from '../../src/document/document.ts';
import type { Found } from './artifact.ts';

/** Shorter sentences come again by chance: 「どう思いますか？」. */
const MIN_LENGTH = 15;
const WHOLE_QUOTE = /^「([^「」\n]{15,300})」(?!と|という|って|は|が|の|に|を|、と|も|など)/;

/**
 * Paragraphs that open with a sentence of this very article in quotation marks, as if somebody else had said it: a
 * continuation that quotes what it was given. The first place is related.
 */
export function echoesIn({ blocks, sentences }: Document): Found[] {
  const quotes = blocks.flatMap((block) => quotationAt(block));
  if (quotes.length === 0) return [];
  const first = new Map<string, Sentence>();
  for (const sentence of sentences) {
    const key = keyOf(sentence.text);
    if (key.length >= MIN_LENGTH && sentence.block.place === 'body' && !first.has(key)) first.set(key, sentence);
  }
  return quotes.flatMap(({ block, text }) => {
    const original = first.get(keyOf(text));
    if (!original || original.block.index >= block.index) return [];
    return {
      id: 'self-quotation',
      range: block.visible.rangeOf(0, text.length + 2),
      quote: text,
      related: [{ range: original.range, message: { ja: '元の文です。', en: 'The sentence that is quoted.' } }],
    };
  });
}

function quotationAt(block: Block): { readonly block: Block; readonly text: string }[] {
  if (block.kind !== 'paragraph' || block.place !== 'body') return [];
  const text = WHOLE_QUOTE.exec(block.visible.text)?.[1];
  return text === undefined ? [] : [{ block, text }];
}

function keyOf(text: string): string {
  return text.replace(/(?<![。．！？!?」\s])[。．！？!?」\s]+$/u, '');
}
