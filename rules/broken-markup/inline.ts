import type { Block, Document } from '../../src/document/document.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import type { Found } from './kinds.ts';

const CUT = new RegExp(
  `!?\\[[^\\[\\]\\n]{1,200}\\]\\((?:${OBJECT}|https?:|/|\\./|#)?[^\\s()（）、。]{0,400}(?=$|[\\s）])`,
  'gm',
);
const WIDE = new RegExp(`\\[[^\\[\\]\\n]{1,200}\\] ?（(?:${OBJECT}|https?:)[^\\s（）]{0,400}）?`, 'g');
const ESCAPED = /\\\*\\\*(?=[^\s*])[^*\n]{1,100}\\\*\\\*/g;
const OPEN_CODE = /`[A-Za-z_$][^\n`]{0,40}/;
const TAG = /^<(\/?)(strong|b|em|i|u|a|span|sup|sub|font|mark|del|ins|small|kbd|code)(?=[\s>])[^>]*>$/i;

/** Links, code and tags in the text of a block that were begun and not ended. */
export function* inlineIn(document: Document): Generator<Found> {
  for (const block of document.blocks) {
    const { text } = block.visible;
    if (text === '') continue;
    if (text.includes('](') || text.includes('（')) yield* links(block);
    if (text.includes('**')) yield* escaped(document, block);
    if (text.includes('`')) yield* openCode(block);
  }
  yield* openTags(document);
}

function* links(block: Block): Generator<Found> {
  for (const pattern of [CUT, WIDE]) {
    for (const match of block.visible.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      yield {
        id: 'cut-link',
        range: block.visible.rangeOf(match.index, end),
        quote: match[0].replaceAll(OBJECT, 'http…'),
      };
    }
  }
}

function* escaped({ text }: Document, { range }: Block): Generator<Found> {
  for (const match of text.slice(...range).matchAll(ESCAPED)) {
    const start = range[0] + match.index;
    const place = [start, start + match[0].length] as const;
    const message = { ja: '「\\」を削除する', en: 'Delete the backslashes' };
    const edit = { range: place, text: match[0].replaceAll('\\*', '*') };
    yield { id: 'escaped-mark', range: place, suggestions: [{ message, edit }] };
  }
}

/** One backtick in a block, with a name of a program behind it. The mark itself may be the subject: 「`」で囲む. */
function* openCode(block: Block): Generator<Found> {
  const { text } = block.visible;
  const match = text.split('`').length === 2 ? OPEN_CODE.exec(text) : null;
  if (!match) return;
  yield { id: 'open-code', range: block.visible.rangeOf(match.index, match.index + 1), quote: match[0].trim() };
}

interface OpenTag {
  readonly name: string;
  readonly closes: boolean;
  readonly range: readonly [number, number];
}

/** Inline tags must be closed in the block that they stand in. */
function* openTags({ text, blocks, opaque }: Document): Generator<Found> {
  let next = 0;
  for (const block of blocks) {
    const tags: OpenTag[] = [];
    for (let range = opaque[next]; range && range[0] < block.range[1]; range = opaque[next]) {
      next += 1;
      if (block.visible.text !== '' && range[0] >= block.range[0]) tags.push(...tagAt(text, range));
    }
    for (const { range } of unclosed(tags)) yield { id: 'html-tag', range };
  }
}

function tagAt(text: string, range: OpenTag['range']): OpenTag[] {
  const [source, slash, name] = TAG.exec(text.slice(range[0], Math.min(range[1], range[0] + 500))) ?? [];
  if (source === undefined || slash === undefined || name === undefined || source.endsWith('/>')) return [];
  return [{ name: name.toLowerCase(), closes: slash === '/', range }];
}

/** Tags are few in a block, so each closing one may look for its partner from the end. */
function unclosed(tags: readonly OpenTag[]): OpenTag[] {
  const open: OpenTag[] = [];
  for (const tag of tags) {
    const partner = tag.closes ? open.findLastIndex((other) => !other.closes && other.name === tag.name) : -1;
    if (partner >= 0) open.splice(partner, 1);
    else open.push(tag);
  }
  return open;
}
