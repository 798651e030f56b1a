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
 * before it, and `**`. Left out is more than would have to be: what may be an escape, a link, code, HTML, a table, a block in a
 * block other than items in items, indented, or a hard break.
 */
const LINE =
  /^(#{1,6} (?! )|(?:[*+-]|\d{1,9}[.)]) {1,4}(?! ))?((?:\*\*|[A-Za-z."'(%$/?,]|\d(?!\d{0,8}[.)](?: |$))|[^\p{ASCII}\uFEFF])(?:[^\p{Cc}\\`_[\]<~|@\uFEFF]*[^\p{Cc} \\`_[\]<~|@\uFEFF])?)$/u;
const BREAK = /^-{3,}$/;

/** What GFM takes for an address, and what may be a character reference, anywhere in a line. */
const ADDRESS_OR_REFERENCE = /:\/\/|www\.|&[#A-Za-z\d]+;/i;

/** Items in items and bold in bold, at most: the parser's tree is measured (markdown.ts), what is made here has no room to be deep. */
const DEEPEST = 8;

/** A run of lines that make a block; offsets in the part. `from` is where its content begins, `start` where its marks do. */
interface Draft {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'break';
  readonly marks: string;
  readonly start: number;
  readonly from: number;
  to: number;
  /** True if a blank line goes before it. */
  readonly apart: boolean;
  /** Spaces before the marks of an item in an item. */
  readonly indent: number;
  /** Number of lists that an item is in, its own included; 0 for all else. */
  level: number;
}

/**
 * The blocks of a part of a text if it is that simple (paragraphs, headings, tight lists, breaks): what the parser would make
 * of it, for a tenth of the time. Undefined if it is not, or not sure to be. The part is not inside of another block.
 */
export function plainBlocksAt(text: string, start: LineStart, end: number): PlainBlock[] | undefined {
  const part = text.slice(start.offset, end);
  const drafts = ADDRESS_OR_REFERENCE.test(part) ? undefined : draftsOf(part);
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
  const items: Draft[] = [];
  let start = 0;
  let apart = false;
  for (const source of part.split('\n')) {
    const line = source.endsWith('\r') ? source.slice(0, -1) : source;
    const isBlank = line === '';
    if (!isBlank && !add(draftOf(line, start, apart), { drafts, items, part })) return undefined;
    apart = isBlank;
    start += source.length + 1;
  }
  return drafts;
}

interface Reading {
  readonly part: string;
  readonly drafts: Draft[];
  /** The items that the last line is in, from the outermost, and their last siblings. */
  readonly items: Draft[];
}

function add(draft: Draft | undefined, { part, drafts, items }: Reading): boolean {
  const last = drafts.at(-1);
  if (draft === undefined || !mayFollow(draft, last)) return false;
  if (draft.kind === 'item' && !isPlaced(draft, items, last)) return false;
  if (draft.kind !== 'item') items.length = 0;
  if (last?.kind !== 'paragraph' || draft.kind !== 'paragraph' || draft.apart) return drafts.push(draft) > 0;
  // The parser writes each line end in a text as LF.
  if (part[last.to] === '\r') return false;
  last.to = draft.to;
  return true;
}

/** Puts an item among the open ones: beside one of them, or in the one of the line before, at the column where its text begins. */
function isPlaced(item: Draft, items: Draft[], last: Draft | undefined): boolean {
  while ((items.at(-1)?.indent ?? -1) > item.indent) items.pop();
  const beside = items.at(-1);
  if (beside?.indent === item.indent) {
    items[items.length - 1] = item;
    item.level = items.length;
    return sortOf(item.marks) === sortOf(beside.marks);
  }
  const column = beside === undefined ? 0 : beside.indent + beside.marks.length;
  item.level = items.push(item);
  if (item.level > DEEPEST) return false;
  return beside === undefined ? item.indent === 0 : beside === last && item.indent === column && mayInterrupt(item);
}

function draftOf(line: string, start: number, apart: boolean): Draft | undefined {
  const to = start + line.length;
  if (BREAK.test(line)) return { kind: 'break', marks: '', start, from: start, to, apart, indent: 0, level: 0 };
  const indent = line.search(/[^ ]/);
  const [, marks = '', content] = LINE.exec(line.slice(indent)) ?? [];
  // Nothing but asterisks is a break.
  if (content === undefined || /^[* ]+$/.test(content)) return undefined;
  if (marks.startsWith('#') && content.includes('#')) return undefined;
  const kind = marks === '' ? 'paragraph' : marks.startsWith('#') ? 'heading' : 'item';
  if (indent > 0 && kind !== 'item') return undefined;
  return { kind, marks, start: start + indent, from: start + indent + marks.length, to, apart, indent, level: 0 };
}

/** False where the line may mean something else: it goes on a list, underlines a heading, begins a front matter. */
function mayFollow(draft: Draft, last: Draft | undefined): boolean {
  const { kind, apart } = draft;
  if (last === undefined) return kind !== 'break';
  if (last.kind === 'item') return !apart && (kind === 'heading' || kind === 'item');
  if (last.kind !== 'paragraph' || apart) return true;
  return kind === 'item' ? mayInterrupt(draft) : kind !== 'break';
}

/** Behind a line of text, `3.` is no item. */
function mayInterrupt({ marks }: Draft): boolean {
  return !/^\d/.test(marks) || Number.parseInt(marks, 10) === 1;
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
  const lists: OpenList[] = [];
  for (const draft of drafts) {
    const { kind, marks, start, from, to, level } = draft;
    lists.length = Math.min(lists.length, level);
    const children = inlinesOf(part.slice(from, to), from, place);
    if (children === undefined) return undefined;
    const position = place(start, to);
    if (kind === 'break') blocks.push({ type: 'thematicBreak', position });
    else if (kind === 'paragraph') blocks.push({ type: 'paragraph', children, position });
    else if (kind === 'heading') blocks.push({ type: 'heading', depth: depthOf(marks), children, position });
    else {
      const paragraph: Paragraph = { type: 'paragraph', children, position: place(from, to) };
      const item: Item = { type: 'listItem', spread: false, checked: null, children: [paragraph], position };
      addItem(item, { blocks, lists, marks, level });
    }
  }
  return blocks;
}

function depthOf(marks: string): Heading['depth'] {
  return (marks.length - 1) as Heading['depth'];
}

type Item = ListItem & { position: Position };

/** A list that the last item is in. */
interface OpenList {
  readonly list: List & { position: Position };
  last: Item;
}

interface ItemPlace {
  readonly blocks: PlainBlock[];
  readonly lists: OpenList[];
  readonly marks: string;
  readonly level: number;
}

/** Adds an item to the list of its level, or begins one in the last item; all that it is in ends with it. */
function addItem(item: Item, { blocks, lists, marks, level }: ItemPlace): void {
  const beside = lists[level - 1];
  if (beside) {
    beside.list.children.push(item);
    beside.last = item;
  } else {
    const ordered = /^\d/.test(marks);
    const start = ordered ? Number.parseInt(marks, 10) : null;
    const { position } = item;
    const list: OpenList['list'] = { type: 'list', ordered, start, spread: false, children: [item], position };
    const around = lists.at(-1);
    if (around) around.last.children.push(list);
    else blocks.push(list);
    lists.push({ list, last: item });
  }
  for (const { list, last } of lists) {
    list.position = { ...list.position, end: item.position.end };
    last.position = { ...last.position, end: item.position.end };
  }
}

/** Text and what is bold in it; undefined where it is not sure what the asterisks do. */
function inlinesOf(content: string, start: number, place: Place): PhrasingContent[] | undefined {
  const mates = matesIn(content);
  return (
    mates && inlinesBetween(0, content.length, { content, mates, place: (from, to) => place(start + from, start + to) })
  );
}

/** `**` that opens → `**` that closes, as offsets in a content. */
type Mates = ReadonlyMap<number, number>;

function inlinesBetween(
  from: number,
  to: number,
  source: { readonly content: string; readonly mates: Mates; readonly place: Place },
): PhrasingContent[] {
  const { content, mates, place } = source;
  const inlines: PhrasingContent[] = [];
  let done = from;
  const addText = (end: number): void => {
    if (end > done) inlines.push({ type: 'text', value: content.slice(done, end), position: place(done, end) });
  };
  for (let at = content.indexOf('**', from); at >= 0 && at < to; at = content.indexOf('**', Math.max(at + 2, done))) {
    const end = mates.get(at);
    if (end === undefined) continue;
    addText(at);
    inlines.push({ type: 'strong', children: inlinesBetween(at + 2, end, source), position: place(at, end + 2) });
    done = end + 2;
  }
  addText(to);
  return inlines;
}

/** CommonMark's rules for delimiters, where all of them are `**`; undefined for others, and beside characters of unsure kind. */
function matesIn(content: string): Mates | undefined {
  const mates = new Map<number, number>();
  const open: number[] = [];
  for (let at = content.indexOf('*'); at >= 0; at = content.indexOf('*', at + 2)) {
    if (content[at + 1] !== '*' || content[at + 2] === '*') return undefined;
    const [before, after] = [kindOf(content, at, 'before'), kindOf(content, at + 2, 'behind')];
    if (before === undefined || after === undefined) return undefined;
    const opener = reaches(before, after) ? open.pop() : undefined;
    if (opener !== undefined) mates.set(opener, at);
    else if (reaches(after, before)) open.push(at);
    if (open.length > DEEPEST) return undefined;
  }
  return mates;
}

type Kind = 'space' | 'mark' | 'word';

/** True if a delimiter belongs to what is on one side of it: no space, and punctuation only where no word is on the other. */
function reaches(side: Kind, other: Kind): boolean {
  return side === 'word' || (side === 'mark' && other !== 'word');
}

function kindOf(content: string, at: number, side: 'before' | 'behind'): Kind | undefined {
  const character = side === 'before' ? content.slice(Math.max(0, at - 2), at) : content.slice(at, at + 2);
  if (character === '') return 'space';
  const [space, mark, word] = side === 'before' ? ENDS : STARTS;
  if (space.test(character)) return 'space';
  if (mark.test(character)) return 'mark';
  return word.test(character) ? 'word' : undefined;
}

/** What is a space, punctuation and a word to each version of the parser; symbols of Unicode are punctuation to some. */
const KINDS = [
  '\\s',
  '[!-/:-@[-`{-~\\u2010-\\u2027\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301F\\u30FB\\uFF01-\\uFF03\\uFF05-\\uFF0A\\uFF0C-\\uFF0F\\uFF1A\\uFF1B\\uFF1F]',
  '[\\p{L}\\p{N}]',
];
const kinds = (pattern: (kind: string) => string): readonly [RegExp, RegExp, RegExp] =>
  KINDS.map((kind) => new RegExp(pattern(kind), 'u')) as never;
const STARTS = kinds((kind) => `^${kind}`);
const ENDS = kinds((kind) => `${kind}$`);

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
