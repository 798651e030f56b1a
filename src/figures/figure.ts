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
  const known = memo.get(document);
  if (known) return known;
  const figures: Figure[] = [];
  pushFrontMatter(document, figures);
  for (const block of document.blocks) pushBlock(block, figures);
  memo.set(document, figures);
  return figures;
}

function pushFrontMatter(document: Document, figures: Figure[]): void {
  for (const key of KEYS) {
    const text = stringOf(document.frontMatter, key)?.text;
    if (!text) continue;
    push(text.text, { kind: 'front-matter', key }, (start, end) => text.rangeOf(start, end), figures);
  }
}

function pushBlock(block: Block, figures: Figure[]): void {
  const { visible } = block;
  if (block.kind === 'cell') {
    push(visible.text, { kind: 'cell', block, sentence: undefined }, visible.rangeOf, figures);
    return;
  }
  const kind = block.kind === 'heading' || block.kind === 'item' ? block.kind : 'sentence';
  for (const sentence of block.sentences) {
    // Most sentences state none.
    if (knownQuantitiesIn(sentence.text).length === 0) continue;
    const rangeOf: Figure['rangeOf'] = (start, end) => visible.rangeOf(sentence.start + start, sentence.start + end);
    push(sentence.text, { kind, block, sentence }, rangeOf, figures);
  }
}

/** Most sentences hold no quantity, the others one or two of half a kilobyte: at most 8 MB. */
const knownQuantitiesIn = remembered(quantitiesIn, { entries: 4000, characters: 100_000 });

/** Adds the figures that a text states, which share their place and the way back into the file. */
function push(text: string, place: Place, rangeOf: Figure['rangeOf'], figures: Figure[]): void {
  for (const quantity of knownQuantitiesIn(text)) {
    const { range: at } = quantity;
    figures.push({ quantity, range: rangeOf(at[0], at[1]), place, text, at, rangeOf });
  }
}
