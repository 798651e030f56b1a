import type { Block, Document } from '../../src/document/document.ts';
import { lengthOf } from '../../src/text/length.ts';

/** How fast and what a reader reads. */
export interface Speed {
  readonly charactersPerMinute: number;
  /** 0: Latin letters are characters like all others. */
  readonly wordsPerMinute: number;
  readonly codeWeight: number;
  readonly tableWeight: number;
  readonly secondsPerImage: number;
}

/** The speed that is assumed where nothing else is configured. */
export const USUAL_SPEED: Speed = {
  charactersPerMinute: 500,
  wordsPerMinute: 0,
  codeWeight: 0.5,
  tableWeight: 1,
  secondsPerImage: 5,
};

/** What an article holds, counted without white space; `minutes` is not rounded. */
export interface Reading {
  /** Visible characters outside tables and code; without the Latin words where those are counted as words. */
  readonly prose: number;
  readonly table: number;
  readonly code: number;
  readonly words: number;
  readonly images: number;
  readonly minutes: number;
}

const LATIN_WORD = /[A-Za-z][A-Za-z'’-]*/g;

/**
 * Counts what there is to read and how long it takes. Everything that is printed counts, repeated passages and lists of
 * links too; URLs, HTML and template tags do not. Linear in the article.
 */
export function readingOf(document: Document, speed: Speed): Reading {
  const count = { prose: 0, table: 0, code: 0, words: 0, images: 0 };
  for (const block of document.blocks) {
    const words = speed.wordsPerMinute > 0 ? (block.visible.text.match(LATIN_WORD) ?? []) : [];
    count.words += words.length;
    count[block.kind === 'cell' ? 'table' : 'prose'] += lengthOf(block.visible.text) - words.join('').length;
    count.prose += inlineCodeOf(block, document);
    count.code += block.node.type === 'code' ? lengthOf(block.node.value) : 0;
    count.images += block.spans.filter((span) => span.kind === 'image').length;
  }
  const weighted = count.prose + count.table * speed.tableWeight + count.code * speed.codeWeight;
  const words = speed.wordsPerMinute > 0 ? count.words / speed.wordsPerMinute : 0;
  const minutes = weighted / speed.charactersPerMinute + words + (count.images * speed.secondsPerImage) / 60;
  return { ...count, minutes };
}

/** Inline code is read with its sentence; the two backticks are not. */
function inlineCodeOf(block: Block, document: Document): number {
  let length = 0;
  for (const { kind, range } of block.spans) {
    if (kind === 'code') length += lengthOf(document.text.slice(...range)) - 2;
  }
  return length;
}
