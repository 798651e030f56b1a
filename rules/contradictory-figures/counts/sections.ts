import type { Block, Document } from '../../../src/document/document.ts';

/** Every announcement looks through its section: one that is longer than any of an article is cut, so that time stays linear. */
const MOST = 400;

/** The blocks below a heading (or below any block: to the end of its section), up to the next heading of at most `depth`. */
export function sectionAfter(document: Document, block: Block, depth: number): readonly Block[] {
  const start = block.index + 1;
  const { blocks } = document;
  const most = Math.min(blocks.length, start + MOST);
  let end = start;
  while (end < most && (blocks[end]?.depth ?? Number.POSITIVE_INFINITY) > depth) end += 1;
  return blocks.slice(start, end);
}

/** The headings right below a section: those of its first sub-heading's level. */
export function subheadings(section: readonly Block[]): readonly Block[] {
  const depth = section.find((block) => block.kind === 'heading')?.depth;
  return section.filter((block) => block.kind === 'heading' && block.depth === depth);
}

/** One list of a section. */
export interface Listing {
  readonly first: Block;
  readonly last: Block;
  readonly size: number;
}

/**
 * The list whose first item is `first`, at its own level. An ordered list that a paragraph interrupts goes on with the next
 * number, and is one list.
 */
export function listingAt(section: readonly Block[], first: Block): Listing | undefined {
  const { item } = first;
  if (item?.index !== 0) return undefined;
  let current = item;
  let last = first;
  let size = 1;
  for (const block of section.slice(section.indexOf(first) + 1)) {
    const next = block.item;
    if (!next || next.depth !== item.depth) {
      if (block.kind === 'heading') break;
      continue;
    }
    const isSame = next.list === current.list;
    const goesOn =
      !isSame && next.ordinal !== undefined && current.ordinal !== undefined && next.ordinal === current.ordinal + 1;
    if (!isSame && !goesOn) continue;
    size += isSame ? next.index - current.index : 1;
    current = next;
    last = block;
  }
  return { first, last, size };
}

/** Lists of a section that stand in no other list, in order. */
export function listingsIn(section: readonly Block[]): readonly Listing[] {
  const listings: Listing[] = [];
  let end = -1;
  for (const block of section) {
    if (block.item?.index !== 0 || block.item.depth > 0 || block.index <= end) continue;
    const listing = listingAt(section, block);
    if (!listing) continue;
    listings.push(listing);
    end = listing.last.index;
  }
  return listings;
}
