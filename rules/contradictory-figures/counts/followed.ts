import type { Block, Document } from '../../../src/document/document.ts';
import { type Announcement, closesWith } from './announcement.ts';
import { numberedOf, seriesIn } from './numbering.ts';
import { type Listing, listingAt, listingsIn, sectionAfter } from './sections.ts';

/** What follows an announcement: how many things there are, and where the last of them stands. */
export interface Followed {
  readonly count: number;
  readonly last: Block;
  /** True if the things carry numbers. */
  readonly isNumbered: boolean;
}

/** Deeper than any heading: the section then ends at the next one. */
const ANY_HEADING = 6;

/** What a sentence at the end of its block announces, if a list, a table or numbered headings follow at once. */
export function followedBySentence(announcement: Announcement, document: Document): Followed | undefined {
  const { place } = announcement.figure;
  if (place.kind !== 'sentence' && place.kind !== 'item') return undefined;
  const { block, sentence } = place;
  // One more sentence may stand between 「以下の3つ」 and the list.
  const ending = block.sentences.slice(announcement.isStrong ? -2 : -1);
  if (!sentence || !ending.includes(sentence) || block.linkOnly || !closesWith(announcement)) return undefined;
  const section = sectionAfter(document, block, ANY_HEADING);
  const [next] = section;
  if (next?.item?.index === 0 && next.item.depth === (block.item ? block.item.depth + 1 : 0)) {
    return followedByList(announcement, section, next);
  }
  if (next?.cell && announcement.isStrong) return followedByTable(section, next.cell.table);
  const below = document.blocks[block.index + 1];
  return below && isTitle(below) ? followedByTitles(document, below) : undefined;
}

function followedByTable(section: readonly Block[], table: number): Followed | undefined {
  const last = section.findLast((block) => block.cell?.table === table && block.cell.column === 0);
  return last?.cell && last.cell.row >= 2 ? { count: last.cell.row, last, isNumbered: false } : undefined;
}

function followedByList(
  { count }: Pick<Announcement, 'count'>,
  section: readonly Block[],
  first: Block,
): Followed | undefined {
  const listing = listingAt(section, first);
  if (!listing || listing.size < 2 || first.linkOnly) return undefined;
  if (listing.size < count && goesOn(section, listing)) return undefined;
  return { count: listing.size, last: listing.last, isNumbered: first.item?.ordinal !== undefined };
}

const more =
  /^[\s　]*(?:[（(]?[0-9０-９]{1,2}[.)）．、：:]|第[一二三四五六七八九十0-9]|[①-⑳]|最後|さらに|加えて|そして|また|もう[1１一]つ|[0-9０-９一二三四五六七八九]つ目|次に|[*＊・•●■-])/u;

/** True if more things follow behind the list: a paragraph that counts on, bold lines, or, for lists without numbers, further lists. */
function goesOn(section: readonly Block[], { first, last, size }: Listing): boolean {
  const depth = first.item?.depth;
  const behind = section.filter((block) => block.index > last.index && (block.item?.depth ?? 0) <= (depth ?? 0));
  const isNumbered = first.item?.ordinal !== undefined;
  return (
    more.test(behind[0]?.visible.text ?? '') ||
    behind.some((block) =>
      isNumbered ? numberedOf(block)?.number === size + 1 : block.boldOnly || block.item?.depth === depth,
    )
  );
}

function isTitle(block: Block): boolean {
  return block.kind === 'heading' || block.boldOnly;
}

/** Numbered headings or bold lines that follow at once. */
function followedByTitles(document: Document, first: Block): Followed | undefined {
  const depth = first.depth ?? Number.POSITIVE_INFINITY;
  const section = [first, ...sectionAfter(document, first, depth === Number.POSITIVE_INFINITY ? 6 : depth - 1)];
  const titles = section.filter((block) => (first.boldOnly ? block.boldOnly : block.depth === depth));
  return onlySeries(titles, first);
}

/** The one run of numbered titles that begins with `first`. */
function onlySeries(titles: readonly Block[], first: Block | undefined): Followed | undefined {
  const series = seriesIn(titles);
  const [run] = series;
  const last = run?.at(-1);
  if (!run || !last || series.length > 1 || (first && run[0]?.block !== first)) return undefined;
  return { count: run.length, last: last.block, isNumbered: true };
}

/** What a heading announces: numbered titles below it, or the one list of the section. */
export function followedByHeading({ count, figure, noun }: Announcement, document: Document): Followed | undefined {
  const { place } = figure;
  if (place.kind !== 'heading' || place.block.depth === undefined) return undefined;
  const section = sectionAfter(document, place.block, place.block.depth);
  const headings = section.filter((block) => block.kind === 'heading');
  const depth = headings[0]?.depth;
  const numbered =
    onlySeries(
      headings.filter((block) => block.depth === depth),
      undefined,
    ) ??
    (headings.length === 0
      ? onlySeries(
          section.filter((block) => block.boldOnly),
          undefined,
        )
      : undefined);
  if (numbered) return numbered;
  if (headings.length > 0) return undefined;
  const table = headedTable(section, noun || figure.quantity.unitText);
  if (table !== undefined) return followedByTable(section, table);
  const first = firstItem(section);
  return first && followedByList({ count }, section, first);
}

/** The first item of the list that a section begins with, or that follows its only paragraph. */
function firstItem(section: readonly Block[]): Block | undefined {
  const [opening, next] = section;
  if (opening?.item?.index === 0) return opening;
  const isLone = opening?.kind === 'paragraph' && !opening.boldOnly && listingsIn(section).length === 1;
  const isTitled = next?.item?.index === 0 && (next.item.ordinal !== undefined || next.spans[0]?.kind === 'strong');
  return isLone && isTitled ? next : undefined;
}

/** The table that a section begins with, if its first column is headed by the noun that is counted. */
function headedTable(section: readonly Block[], noun: string): number | undefined {
  const [head] = section;
  const isHeaded = head?.cell && noun.length > 1 && head.visible.text.includes(noun);
  return isHeaded ? head.cell?.table : undefined;
}
