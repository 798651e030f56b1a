import type { Nodes } from 'mdast';
import type { Block, Document } from '../../src/document/document.ts';
import { parseDocument } from '../../src/document/parse-document.ts';
import { bracketPairs } from '../../src/text/brackets.ts';
import type { Range } from '../../src/text/range.ts';
import { firstAtLeast } from '../../src/text/search.ts';
import type { Edit } from '../rule.ts';
import { characterAt, characterBefore, closes, opens } from './flanking.ts';
import type { Found } from './kinds.ts';

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** Longer bold passages are the sign of marks that were paired wrongly. */
const MAX_BOLD = 150;
/** A mark this close to an end without a full stop was opened in the sentence that is cut off. */
const CUT_REACH = 80;
/** A block with more marks than any author writes gets no fix: to try it costs the parser the square of them. */
const MOST_PAIRS = 200;

/** The inline source of a block, with code and the like replaced by as many letters. */
interface Inline {
  readonly block: Block;
  readonly source: string;
  readonly offset: number;
}

interface Pair {
  readonly open: number;
  readonly close: number;
}

/** Marks of strong emphasis that CommonMark prints, because of the punctuation beside them or for want of a counterpart. */
export function* emphasisIn(document: Document): Generator<Found> {
  for (const block of document.blocks) {
    if (!block.visible.text.includes('**')) continue;
    const inline = inlineOf(document, block);
    if (!inline) continue;
    const literal = literalMarks(block, inline);
    if (literal.size > 0) yield* judge(inline, literal);
  }
}

function* judge(inline: Inline, literal: ReadonlySet<number>): Generator<Found> {
  const { pairs, single } = pair(inline.source);
  const broken = pairs.filter(({ open, close }) => literal.has(open) || literal.has(close));
  const sound = broken.filter((candidate) => isPlausible(inline.source, candidate));
  const edits = sound.map((candidate) => rewriting(inline, candidate));
  const isTried = pairs.length <= MOST_PAIRS && edits.length === broken.length && single.size === 0;
  const works = isTried && isBold(inline, edits);
  for (const [i, { open, close }] of sound.entries()) {
    const range: Range = [inline.offset + open, inline.offset + close + 2];
    const suggestions = alternatives(inline, { open, close }, range);
    const edit = edits[i];
    yield { id: 'literal-emphasis', range, ...(works && edit ? { fix: edit } : { suggestions }) };
  }
  const paired = new Set(sound.flatMap(({ open, close }) => [open, close]));
  for (const at of literal) {
    if (!paired.has(at) && (single.has(at) || single.size === 0) && touchesJapanese(inline.source, at)) {
      yield unmatched(inline, at);
    }
  }
}

/** 「**A（B）**は」: bold without the bracket, or HTML. The parts of the source are cut from the file, code included. */
function alternatives({ source }: Inline, { open, close }: Pair, range: Range): NonNullable<Found['suggestions']> {
  const inner = source.slice(open + 2, close).trim();
  const html = {
    message: { ja: '<strong>を使う', en: 'Use <strong>' },
    edit: { range, text: `<strong>${inner}</strong>` },
  };
  const [, term, note] = /^([^（(]+)([（(][^（）()]+[）)])$/.exec(inner) ?? [];
  if (!term || !note) return [html];
  const message = { ja: '括弧を太字の外に出す', en: 'Leave the bracket out of the bold text' };
  return [{ message, edit: { range, text: `**${term.trimEnd()}**${note}` } }, html];
}

function unmatched({ block, source, offset }: Inline, at: number): Found {
  const range: Range = [offset + at, offset + at + 2];
  const quote = source.slice(Math.max(0, at - 8), at + 10).trim();
  const message = { ja: '「**」を削除する', en: 'Delete "**"' };
  const suggestions = [{ message, edit: { range, text: '' } }];
  // A text that was cut off inside its bold part is the matter of `broken-sentences`.
  const isCut = block.sentences.at(-1)?.terminated === false && source.length - at < CUT_REACH;
  return { id: 'unmatched-emphasis', range, quote, suggestions, ...(isCut ? { severity: 'info' } : {}) };
}

const starts = new WeakMap<readonly Range[], readonly number[]>();

/** Where ranges begin, listed once however many blocks ask. */
function startsOf(ranges: readonly Range[]): readonly number[] {
  const known = starts.get(ranges) ?? ranges.map(([start]) => start);
  starts.set(ranges, known);
  return known;
}

function inlineOf(document: Document, block: Block): Inline | undefined {
  const children: readonly Nodes[] = 'children' in block.node ? block.node.children : [];
  const first = children[0];
  const last = children.at(-1);
  if (!first || !last) return undefined;
  const [offset, end] = [document.rangeOf(first)[0], document.rangeOf(last)[1]];
  const parts: string[] = [];
  let at = offset;
  const { opaque } = document;
  for (let i = firstAtLeast(startsOf(opaque), offset); i < opaque.length; i += 1) {
    const [from, to] = opaque[i] ?? [end, end];
    if (from > end) break;
    if (from < at || to > end) continue;
    parts.push(document.text.slice(at, from), 'x'.repeat(to - from));
    at = to;
  }
  const source = parts.join('') + document.text.slice(at, end);
  return { block, source, offset };
}

/** Where `**` stands in the source of a block and in what the reader sees. */
function literalMarks(block: Block, { offset }: Inline): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const match of block.visible.text.matchAll(/(?<!\*)\*\*(?!\*)/g)) {
    const [start, end] = block.visible.rangeOf(match.index, match.index + 2);
    if (end - start === 2) marks.add(start - offset);
  }
  return marks;
}

/** Marks are meant in pairs: over the block if their number is even, otherwise line by line. */
function pair(source: string): { readonly pairs: Pair[]; readonly single: ReadonlySet<number> } {
  const marks = Array.from(source.matchAll(/(?<![*\\])\*\*(?!\*)/g), (match) => match.index);
  if (marks.length % 2 === 0) return { pairs: inTwos(marks), single: new Set() };
  const pairs: Pair[] = [];
  const single = new Set<number>();
  for (const line of byLine(source, marks)) {
    if (line.length % 2 === 0) pairs.push(...inTwos(line));
    else for (const mark of line) single.add(mark);
  }
  return { pairs, single };
}

function byLine(source: string, marks: readonly number[]): number[][] {
  const lines: number[][] = [];
  let end = -1;
  for (const mark of marks) {
    if (mark > end) {
      lines.push([]);
      end = source.indexOf('\n', mark);
      if (end < 0) end = source.length;
    }
    lines.at(-1)?.push(mark);
  }
  return lines;
}

function inTwos(marks: readonly number[]): Pair[] {
  return marks.flatMap((open, i) => {
    const close = marks[i + 1];
    return i % 2 === 0 && close !== undefined ? [{ open, close }] : [];
  });
}

/** What is bold starts with a word or an opening bracket: 、は」 show that the marks belong to other pairs. */
function isPlausible(source: string, { open, close }: Pair): boolean {
  const inner = source.slice(open + 2, close);
  return (
    inner.trim() !== '' &&
    inner.length <= MAX_BOLD &&
    JAPANESE.test(source.slice(Math.max(0, open - 2), close + 4)) &&
    !/^[\s]*[、。，．）」』】)\]：:]/.test(inner)
  );
}

function touchesJapanese(source: string, at: number): boolean {
  return JAPANESE.test(characterBefore(source, at)) || JAPANESE.test(characterAt(source, at + 2));
}

/** The marks moved inside brackets and in front of punctuation, until both may do their work. */
function rewriting({ source, offset }: Inline, { open, close }: Pair): Edit {
  const inner = source.slice(open + 2, close);
  const before = characterBefore(source, open);
  const after = characterAt(source, close + 2);
  const text = candidatesFor(inner).find(({ head, bold, tail }) => {
    const opening = { before: characterBefore(head, head.length) || before, after: characterAt(bold, 0) };
    const closing = { before: characterBefore(bold, bold.length), after: characterAt(tail, 0) || after };
    return opens(opening) && closes(closing);
  });
  const range: Range = [offset + open, offset + close + 2];
  return text ? { range, text: `${text.head}**${text.bold}**${text.tail}` } : { range, text: '' };
}

interface Parts {
  readonly head: string;
  readonly bold: string;
  readonly tail: string;
}

function candidatesFor(inner: string): Parts[] {
  const trimmed = inner.trim();
  const parts: Parts[] = [{ head: '', bold: trimmed, tail: '' }];
  const mark = /(?<![。、！？!?：:…])[。、！？!?：:…]+$/.exec(trimmed)?.[0] ?? '';
  const body = trimmed.slice(0, trimmed.length - mark.length);
  if (mark !== '') parts.push({ head: '', bold: body, tail: mark });
  const whole = bracketPairs(body).pairs.some(([from, to]) => from === 0 && to === body.length - 1);
  if (whole && body.length > 2) {
    parts.push({ head: body.slice(0, 1), bold: body.slice(1, -1), tail: body.slice(-1) + mark });
  }
  return parts.filter(({ bold }) => bold !== '');
}

/** Parses the block as it would be: everything must read as before, without a `**`. */
function isBold({ block, source, offset }: Inline, edits: readonly Edit[]): boolean {
  if (edits.length === 0 || edits.some(({ text }) => text === '')) return false;
  let fixed = '';
  let at = 0;
  for (const { range, text } of edits) {
    fixed += source.slice(at, range[0] - offset) + text;
    at = range[1] - offset;
  }
  fixed += source.slice(at);
  const before = parseDocument(source, () => [])
    .blocks.map(({ visible }) => visible.text)
    .join('');
  const after = parseDocument(fixed, () => [])
    .blocks.map(({ visible }) => visible.text)
    .join('');
  return !after.includes('**') && bare(after) === bare(before) && block.visible.text !== '';
}

function bare(text: string): string {
  return text.replaceAll('**', '').replaceAll(/\s+/g, '');
}
