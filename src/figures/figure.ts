import type { Block, Document, Sentence } from '../document/document.ts';
import { stringOf } from '../document/front-matter.ts';
import type { Range } from '../text/range.ts';
import { remembered } from '../text/remembered.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';

/** Where a figure stands. Texts of the front matter are places of their own: they speak of the whole article. */
export type Place =
  | { readonly kind: 'front-matter'; readonly key: string }
  | {
      readonly kind: 'heading' | 'sentence' | 'item' | 'cell';
      readonly block: Block;
      readonly sentence: Sentence | undefined;
    };

/** A quantity where an article states it. */
export interface Figure {
  readonly quantity: Quantity;
  /** In the file. */
  readonly range: Range;
  readonly place: Place;
  /** The sentence, heading, cell or front matter value that states it … */
  readonly text: string;
  /** … and where in that text it stands: `text.slice(...at)` is `quantity.surface`. */
  readonly at: Range;
  /** Maps offsets of `text` into the file. */
  readonly rangeOf: (start: number, end: number) => Range;
}

/** Front matter keys whose text states figures. */
const KEYS = ['title', 'subtitle', 'excerpt', 'description', 'summary', 'lead'];

const memo = new WeakMap<Document, readonly Figure[]>();

/** The figures of an article in the order of the file, front matter first; read once an article. */
export function figuresIn(document: Document): readonly Figure[] {
  const figures = memo.get(document) ?? [...frontMatterFigures(document), ...document.blocks.flatMap(blockFigures)];
  memo.set(document, figures);
  return figures;
}

function frontMatterFigures(document: Document): Figure[] {
  return KEYS.flatMap((key) => {
    const text = stringOf(document.frontMatter, key)?.text;
    return text ? read(text.text, { kind: 'front-matter', key }, (start, end) => text.rangeOf(start, end)) : [];
  });
}

function blockFigures(block: Block): Figure[] {
  const { visible } = block;
  if (block.kind === 'cell') return read(visible.text, { kind: 'cell', block, sentence: undefined }, visible.rangeOf);
  const kind = block.kind === 'heading' || block.kind === 'item' ? block.kind : 'sentence';
  return block.sentences.flatMap((sentence) =>
    read(sentence.text, { kind, block, sentence }, (start, end) =>
      visible.rangeOf(sentence.start + start, sentence.start + end),
    ),
  );
}

/** Most sentences hold no quantity, the others one or two of half a kilobyte: at most 8 MB. */
const knownQuantitiesIn = remembered(quantitiesIn, { entries: 4000, characters: 100_000 });

function read(text: string, place: Place, rangeOf: Figure['rangeOf']): Figure[] {
  return knownQuantitiesIn(text).map((quantity) => ({
    quantity,
    range: rangeOf(quantity.range[0], quantity.range[1]),
    place,
    text,
    at: quantity.range,
    rangeOf,
  }));
}
