import type { Block } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import { remembered } from '../../src/text/remembered.ts';
import { firstAtLeast } from '../../src/text/search.ts';
import { foldedUnit } from './units.ts';

/** What a visible text adds to a stream, inline code apart. */
export interface BlockUnits {
  readonly codes: Uint16Array;
  /** Offset of each unit in the text. */
  readonly offsets: Int32Array;
  /** Spans of quoted terms, which recur by right, in units and in order. */
  readonly terms: readonly Range[];
}

const QUOTED_TERM = /「[^「」。！？]{0,60}」|『[^『』。]{0,80}』|《[^《》。]{0,80}》|“[^“”。.]{0,80}”/g;

/** The units of the visible text of a block. Read once for each text: six bytes a character, at most 5 MB. */
export const unitsOfBlock: (text: string) => BlockUnits = remembered(readUnits, { entries: 2000, characters: 100_000 });

function readUnits(text: string): BlockUnits {
  const codes = new Uint16Array(text.length);
  const offsets = new Int32Array(text.length);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = foldedUnit(text.charCodeAt(i));
    if (unit === 0) continue;
    codes[at] = unit;
    offsets[at++] = i;
  }
  const own = offsets.slice(0, at);
  const terms = Array.from(
    text.matchAll(QUOTED_TERM),
    ({ 0: term, index }): Range => [firstAtLeast(own, index), firstAtLeast(own, index + term.length)],
  );
  return { codes: codes.slice(0, at), offsets: own, terms };
}

/** Where links and the texts that may recur stand in a block, in units. */
export function exemptIn(block: Block, allowed: readonly string[]): Range[] {
  const { text } = block.visible;
  const { offsets } = unitsOfBlock(text);
  const links: Range[] = block.spans.flatMap(({ kind, start, end }) => (kind === 'link' ? [[start, end]] : []));
  const exempt = allowed.filter((wanted) => wanted !== '').flatMap((wanted) => placesOf(text, wanted));
  return [...links, ...exempt].map(([start, end]) => [firstAtLeast(offsets, start), firstAtLeast(offsets, end)]);
}

function placesOf(text: string, wanted: string): Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    places.push([at, at + wanted.length]);
  }
  return places;
}
