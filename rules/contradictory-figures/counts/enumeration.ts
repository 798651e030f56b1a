import type { Block, Document } from '../../../src/document/document.ts';
import { type Announcement, closesWith } from './announcement.ts';
import type { Followed } from './followed.ts';

const KANJI = '一二三四五六七八九';
/** 1つ目は, 第二に, 3点目の. */
const ordinal =
  /(?<![0-9０-９第])(?:([1-9１-９一二三四五六七八九])(?:つ|点|番)目(?:は|に|の|が|、|として)|第([1-9１-９一二三四五六七八九])(?:に|は|の[^、。]{1,12}は))/gu;
const last = /(?:^|。|、)(?:最後|さらに|加えて|そして|もう[1１一]つ|また、)/u;

/**
 * The enumeration in words that follows an announcement in its section: 1つ目は … 2つ目は, 第一に … 第二に. Undefined unless it
 * starts with one and has no gap, or if it may go on without a number.
 */
export function enumerationOf(announcement: Announcement, document: Document): Followed | undefined {
  const { figure, count } = announcement;
  const { place } = figure;
  if (!closesWith(announcement)) return undefined;
  if (place.kind !== 'sentence' || place.block.kind !== 'paragraph') return undefined;
  const found = textsAfter(place.block, figure.text, document).flatMap(({ block, text }) =>
    Array.from(text.matchAll(ordinal), (match) => ({
      block,
      at: match.index,
      number: numberOf(match[1] ?? match[2] ?? ''),
      rest: text.slice(match.index + match[0].length),
    })),
  );
  // The enumeration begins at once, or it is of something else.
  if ((found[0]?.at ?? 0) > LEAD) return undefined;
  let reached = 0;
  for (const { number } of found) {
    if (number === reached + 1) reached = number;
    else if (number !== reached) return undefined;
  }
  const end = found.findLast(({ number }) => number === reached);
  if (!end || reached < 2) return undefined;
  const rest = end.rest + textAfter(end.block, document);
  return reached < count && last.test(rest) ? undefined : { count: reached, last: end.block, isNumbered: true };
}

const REACH = 12;
const LEAD = 60;

/** The rest of the block behind the announcing sentence, then the blocks up to the next heading. */
function textsAfter(block: Block, sentence: string, document: Document): readonly { block: Block; text: string }[] {
  const at = block.visible.text.indexOf(sentence);
  const own = { block, text: block.visible.text.slice(at + sentence.length) };
  return [own, ...paragraphsAfter(block, document).map((next) => ({ block: next, text: next.visible.text }))];
}

function textAfter(block: Block, document: Document): string {
  return paragraphsAfter(block, document)
    .map((next) => next.visible.text)
    .join('');
}

function paragraphsAfter(block: Block, document: Document): readonly Block[] {
  const following = document.blocks.slice(block.index + 1, block.index + 1 + REACH);
  const end = following.findIndex((next) => next.kind === 'heading' || next.boldOnly);
  return end < 0 ? following : following.slice(0, end);
}

function numberOf(text: string): number {
  return KANJI.includes(text) ? KANJI.indexOf(text) + 1 : Number(text.normalize('NFKC'));
}
