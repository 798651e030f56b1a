import type { Heading, List, ListItem, Paragraph, PhrasingContent, Text, ThematicBreak } from 'mdast';

/** What `plainBlocksAt` makes. */
export type PlainBlock = Heading | Paragraph | List | ThematicBreak;

/** A place in a text: the first UTF-16 unit of a line, and the number of the line, from 1. */
export interface LineStart {
  readonly offset: number;
  readonly line: number;
}

/**
 * A line without anything that Markdown (CommonMark, GFM) reads as more than text, but for the marks of a heading or an item of a list
 * before it, and `**`. Left out is more than would have to be: what may be an escape, a link, code, HTML, a reference, a
 * table, a block in a block, indented, or a hard break.
 */
const LINE =
  /^(#{1,6} (?! )|(?:[*+-]|\d{1,9}[.)]) {1,4}(?! ))?((?:\*\*|[A-Za-z]|\d(?!\d{0,8}[.)](?: |$))|[^\p{ASCII}\uFEFF])(?:[^\p{Cc}\\`_[\]<&~|@\uFEFF]*[^\p{Cc} \\`_[\]<&~|@\uFEFF])?)$/u;
const BREAK = /^-{3,}$/;

/** What GFM takes for an address, anywhere in a line. */
const ADDRESS = /:\/\/|www\./i;

/** A run of lines that make a block; offsets in the part. `from` is where its content begins, `start` where its marks do. */
interface Draft {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'break';
  readonly marks: string;
  readonly start: number;
  readonly from: number;
  to: number;
  /** True if a blank line goes before it. */
  readonly apart: boolean;
}

/**
 * The blocks of a part of a text if it is that simple (paragraphs, headings, tight flat lists, breaks): what the parser would make
 * of it, for a tenth of the time. Undefined if it is not, or not sure to be. The part is not inside of another block.
 */
export function plainBlocksAt(text: string, start: LineStart, end: number): PlainBlock[] | undefined {
  const part = text.slice(start.offset, end);
  const drafts = ADDRESS.test(part) ? undefined : draftsOf(part);
  return drafts && blocksOf(drafts, part, pointsIn(part, start));
}

/** True if a part of a text is that simple and ends with what no list behind it may belong to. */
export function endsPlainly(text: string, start: number, end: number): boolean {
  const type = plainBlocksAt(text, { offset: start, line: 1 }, end)?.at(-1)?.type;
  return type === 'paragraph' || type === 'heading';
}

/** The lines of a part, those of a paragraph together; undefined if one of them is not simple where it stands. */
function draftsOf(part: string): Draft[] | undefined {
  const drafts: Draft[] = [];
  let start = 0;
  let apart = false;
  for (const source of part.split('\n')) {
    const line = source.endsWith('\r') ? source.slice(0, -1) : source;
    const isBlank = line === '';
    if (!isBlank && !add(draftOf(line, start, apart), drafts, part)) return undefined;
    apart = isBlank;
    start += source.length + 1;
  }
  return drafts;
}

function add(draft: Draft | undefined, drafts: Draft[], part: string): boolean {
  const last = drafts.at(-1);
  if (draft === undefined || !mayFollow(draft, last)) return false;
  if (last?.kind !== 'paragraph' || draft.kind !== 'paragraph' || draft.apart) return drafts.push(draft) > 0;
  // The parser writes each line end in a text as LF.
  if (part[last.to] === '\r') return false;
  last.to = draft.to;
  return true;
}

function draftOf(line: string, start: number, apart: boolean): Draft | undefined {
  const to = start + line.length;
  if (BREAK.test(line)) return { kind: 'break', marks: '', start, from: start, to, apart };
  const [, marks = '', content] = LINE.exec(line) ?? [];
  if (content === undefined || (marks.startsWith('#') && content.includes('#'))) return undefined;
  const kind = marks === '' ? 'paragraph' : marks.startsWith('#') ? 'heading' : 'item';
  return { kind, marks, start, from: start + marks.length, to, apart };
}

/** False where the line may mean something else: it goes on a list, underlines a heading, begins a front matter. */
function mayFollow({ kind, marks, apart }: Draft, last: Draft | undefined): boolean {
  if (last === undefined) return kind !== 'break';
  if (last.kind === 'item') {
    return !apart && (kind === 'heading' || (kind === 'item' && sortOf(marks) === sortOf(last.marks)));
  }
  if (last.kind !== 'paragraph' || apart) return true;
  // Behind a line of text, `3.` is no item.
  return kind === 'item' ? !/^\d/.test(marks) || Number.parseInt(marks, 10) === 1 : kind !== 'break';
}

/** `-`, `*`, `+`, `.` or `)`: items with the same one make one list. */
function sortOf(marks: string): string | undefined {
  return marks.trimEnd().at(-1);
}

type Position = NonNullable<Text['position']>;
/** The position of a span of a part. */
type Place = (from: number, to: number) => Position;

function blocksOf(drafts: readonly Draft[], part: string, place: Place): PlainBlock[] | undefined {
  const blocks: PlainBlock[] = [];
  for (const draft of drafts) {
    const { kind, marks, start, from, to } = draft;
    const children = inlinesOf(part.slice(from, to), from, place);
    if (children === undefined) return undefined;
    const position = place(start, to);
    if (kind === 'break') blocks.push({ type: 'thematicBreak', position });
    else if (kind === 'paragraph') blocks.push({ type: 'paragraph', children, position });
    else if (kind === 'heading') blocks.push({ type: 'heading', depth: depthOf(marks), children, position });
    else {
      const paragraph: Paragraph = { type: 'paragraph', children, position: place(from, to) };
      addItem(blocks, marks, { type: 'listItem', spread: false, checked: null, children: [paragraph], position });
    }
  }
  return blocks;
}

function depthOf(marks: string): Heading['depth'] {
  return (marks.length - 1) as Heading['depth'];
}

/** A list is one with the items of one sort before, for nothing else can be behind a list here. */
function addItem(blocks: PlainBlock[], marks: string, item: ListItem & { readonly position: Position }): void {
  const last = blocks.at(-1);
  if (last?.type === 'list' && last.position) {
    last.children.push(item);
    last.position = { ...last.position, end: item.position.end };
    return;
  }
  const ordered = /^\d/.test(marks);
  const start = ordered ? Number.parseInt(marks, 10) : null;
  blocks.push({ type: 'list', ordered, start, spread: false, children: [item], position: item.position });
}

/** Text and what is bold in it; undefined where the asterisks are not sure to be pairs that do so. */
function inlinesOf(content: string, start: number, place: Place): PhrasingContent[] | undefined {
  const pieces = content.split('**');
  if (!isPaired(pieces)) return undefined;
  const inlines: PhrasingContent[] = [];
  let at = start;
  for (const [i, piece] of pieces.entries()) {
    const end = at + piece.length;
    if (piece !== '') {
      const text: Text = { type: 'text', value: piece, position: place(at, end) };
      const isBold = i % 2 === 1;
      inlines.push(isBold ? { type: 'strong', children: [text], position: place(at - 2, end + 2) } : text);
    }
    at = end + 2;
  }
  return inlines;
}

/** True if each second piece between `**` is bold, by CommonMark's rules and without looking further. */
function isPaired(pieces: readonly string[]): boolean {
  if (pieces.length % 2 === 0) return false;
  return pieces.every((piece, i) => {
    const [before, after] = [pieces[i - 1], pieces[i + 1]];
    if (before === undefined || after === undefined) return !piece.includes('*');
    if (piece === '' || piece.includes('*')) return false;
    return i % 2 === 0 || (flanks(before.at(-1), piece.at(0)) && flanks(after.at(0), piece.at(-1)));
  });
}

/** Asterisks open where no space follows, and punctuation only behind a space or punctuation; they close likewise. */
function flanks(outside: string | undefined, inside: string | undefined): boolean {
  if (inside === undefined) return false;
  return WORD.test(inside) || (MARK.test(inside) && (outside === undefined || SPACE_OR_MARK.test(outside)));
}

/** What is a word and what is punctuation to each version of the parser; symbols of Unicode are to some. */
const WORD = /^[\p{L}\p{N}]/u;
const MARK =
  /^[!-/:-@[-`{-~\u2010-\u2027\u3001-\u3003\u3008-\u3011\u3014-\u301F\u30FB\uFF01-\uFF03\uFF05-\uFF0A\uFF0C-\uFF0F\uFF1A\uFF1B\uFF1F]/;
const SPACE_OR_MARK = new RegExp(`^\\s|${MARK.source}`);

/** Columns count from 1 in nodes. */
function pointsIn(part: string, { offset, line }: LineStart): Place {
  const starts = [0];
  for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) starts.push(at + 1);
  const pointAt = (at: number): Position['start'] => {
    let i = starts.length - 1;
    while ((starts[i] ?? 0) > at) i -= 1;
    return { line: line + i, column: at - (starts[i] ?? 0) + 1, offset: offset + at };
  };
  return (from, to) => ({ start: pointAt(from), end: pointAt(to) });
}
