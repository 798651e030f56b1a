import type { Block, Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import type { Found } from './kinds.ts';

const JA = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}「『【（]';
const HEADING = new RegExp(`^(#{2,6})(?=${JA}|[A-Za-z])[^\\n]*`, 'gmu');
const ITEM = new RegExp(`^([-*+])(?=${JA})[^\\n]*`, 'gmu');
const NUMBERED = new RegExp(`^(\\d{1,2}\\.)(?=${JA})[^\\n]*`, 'gmu');
/** 「…です。 ## 次の見出し」 and 「…です。 * 項目 … * 項目」: line breaks became spaces. */
const FLAT_HEADING = new RegExp(`(?<=[。！？」）)…]) ?#{2,6} (?=${JA}|[A-Za-z0-9])[^\\n。]{1,28}`, 'gu');
const FLAT_ITEM = new RegExp(`(?<=[。！？：:」）)]) {1,2}[*-] {1,3}(?=${JA}|\\*\\*|[A-Za-z])[^\\n。]{1,28}`, 'gu');

/** Marks of headings and lists that do nothing, for want of a space behind or a line break before them. */
export function* marksIn(document: Document): Generator<Found> {
  for (const block of document.blocks) {
    const { text } = block.visible;
    if (text.includes('##')) yield* spaceless(block, HEADING, 'heading-space');
    yield* flattened(block);
    if (block.kind === 'cell') continue;
    const items = [ITEM, NUMBERED].filter((pattern) => (text.match(pattern) ?? []).length > 1);
    for (const pattern of items) yield* spaceless(block, pattern, 'list-space');
  }
}

function* spaceless(block: Block, pattern: RegExp, id: string): Generator<Found> {
  if (block.kind === 'cell' || block.kind === 'heading') return;
  for (const match of block.visible.text.matchAll(pattern)) {
    const mark = match[1] ?? '';
    const range = block.visible.rangeOf(match.index, match.index + mark.length);
    yield { id, range, quote: match[0], fix: { range: [range[1], range[1]], text: ' ' } };
  }
}

/** One finding a paragraph: where one line break was lost, the others were too. */
function* flattened(block: Block): Generator<Found> {
  const { text } = block.visible;
  if (block.kind === 'cell' || !/[#*-] /.test(text)) return;
  const headings = Array.from(text.matchAll(FLAT_HEADING));
  const items = Array.from(text.matchAll(FLAT_ITEM));
  const first = headings[0] ?? (items.length > 1 ? items[0] : undefined);
  if (!first) return;
  const start = first.index + (first[0].length - first[0].trimStart().length);
  yield { id: 'flattened-markup', range: block.visible.rangeOf(start, first.index + first[0].trimEnd().length) };
}

/** Prose that the `---` right below it makes a heading. */
export function* proseHeadings({ text, blocks }: Document): Generator<Found> {
  const inConflict = text.includes('<<<<<<<');
  for (const { accidentalUnderline, visible, place } of blocks) {
    if (!accidentalUnderline) continue;
    const end = accidentalUnderline[1];
    const start = end - (/(?<![-=])[-=]+[ \t]*$/.exec(text.slice(...accidentalUnderline))?.[0].length ?? 1);
    if (inConflict && text[start] === '=') continue;
    const lineBreak = /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, start - 2), start))?.[0];
    const fix = { range: [start, start] as const, text: lineBreak ?? '\n' };
    const prose = visible.text.slice(visible.text.lastIndexOf('\n') + 1);
    const isSafe = place === 'body' && lineBreak !== undefined && /^-{3,}/.test(text.slice(start, start + 3));
    yield { id: 'prose-heading', range: [start, end], quote: prose.slice(-40), ...(isSafe ? { fix } : {}) };
  }
}

/** Paragraphs with one space in front, as the deletion of something leaves it. */
export function* leadingSpaces({ text, blocks }: Document): Generator<Found> {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.place !== 'body') continue;
    const start = block.range[0];
    if (text[start - 1] !== ' ' || !/[\r\n]/.test(text[start - 2] ?? '')) continue;
    if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text[start] ?? '')) continue;
    const range: Range = [start - 1, start];
    yield { id: 'leading-space', range, quote: block.visible.text.slice(0, 20), fix: { range, text: '' } };
  }
}
