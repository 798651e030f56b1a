import type { Block } from '../../src/document/document.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { firstAtLeast } from '../../src/text/search.ts';

/** What stands before a figure in its sentence, cell or front matter value: `length` characters at most. */
export function before(figure: Figure, length: number): string {
  return figure.text.slice(Math.max(0, figure.at[0] - length), figure.at[0]);
}

/** What follows a figure in its text, `length` characters at most. */
export function after(figure: Figure, length: number): string {
  return figure.text.slice(figure.at[1], figure.at[1] + length);
}

/** True for one printed number of percent: not a range, not 数割, not 半数, not 3分の1. */
export function isPercent({ quantity }: Figure): boolean {
  return (
    quantity.dimension === 'ratio' &&
    /[%％]|パーセント/u.test(quantity.unitText) &&
    quantity.stated.lower === quantity.stated.upper
  );
}

/** True for 75%以上 and 75%超: a share that is only bounded from below. */
export function isLowerBound({ quantity }: Figure): boolean {
  return quantity.modifiers.includes('atLeast') || quantity.modifiers.includes('moreThan');
}

/** True in quotations and footnotes, where somebody else speaks or sources are given. */
export function isQuoted({ place }: Figure): boolean {
  return place.kind !== 'front-matter' && (place.block.place === 'quote' || place.block.place === 'footnote');
}

const starts = new WeakMap<Block, readonly number[]>();

/** Where the sentences of a block begin, listed once however many figures ask. */
function startsOf(block: Block): readonly number[] {
  const known = starts.get(block) ?? block.sentences.map(({ start }) => start);
  starts.set(block, known);
  return known;
}

/** The sentences around a figure, `before` ahead of it and `after` behind it in its block, joined. */
export function neighbourhood(figure: Figure, ahead: number, behind: number): string {
  const { place, text } = figure;
  if (place.kind === 'front-matter' || !place.sentence) return text;
  const { sentences } = place.block;
  const index = firstAtLeast(startsOf(place.block), place.sentence.start);
  return sentences
    .slice(Math.max(0, index - ahead), index + behind + 1)
    .map((sentence) => sentence.text)
    .join('');
}
