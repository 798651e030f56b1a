import type { Code, Definition, Heading, Html, List, Nodes, PhrasingContent, Table, ThematicBreak } from 'mdast';
import type { Range } from '../text/range.ts';
import { splitSentences } from '../text/sentences.ts';
import { OBJECT, visibleTextOf } from '../text/visible-text.ts';
import type { Block, Cell, Comment, Item, Sentence } from './document.ts';
import { readInline } from './inline.ts';

interface Source {
  readonly text: string;
  readonly rangeOf: (node: Nodes) => Range;
}

interface Where {
  readonly place: Block['place'];
  readonly item?: Item | undefined;
  readonly cell?: Cell | undefined;
  readonly listDepth: number;
}

interface Reading {
  readonly blocks: Block[];
  readonly opaque: Range[];
  readonly comments: Comment[];
}

interface Reader extends Reading {
  readonly source: Source;
  lists: number;
  tables: number;
}

/** Reads the leaf blocks of a Markdown tree in the order of the file. */
export function readBlocks(root: Nodes, source: Source): Reading {
  const reader: Reader = { source, blocks: [], opaque: [], comments: [], lists: 0, tables: 0 };
  visit(root, { place: 'body', listDepth: 0 }, reader);
  const { blocks, comments } = reader;
  return { blocks, comments, opaque: reader.opaque.sort((a, b) => a[0] - b[0]) };
}

function visit(node: Nodes, where: Where, reader: Reader): void {
  switch (node.type) {
    case 'root':
      return visitAll(node.children, where, reader);
    case 'blockquote':
      return visitAll(node.children, { ...where, place: 'quote', item: undefined }, reader);
    case 'footnoteDefinition':
      return visitAll(node.children, { ...where, place: 'footnote', item: undefined }, reader);
    case 'list':
      return visitList(node, where, reader);
    case 'table':
      return visitTable(node, where, reader);
    case 'paragraph':
    case 'heading':
      return pushText(node, node.children, where, reader);
    case 'code':
    case 'html':
    case 'thematicBreak':
    case 'definition':
      return pushOpaque(node, where, reader);
    default:
      return undefined;
  }
}

function visitAll(children: readonly Nodes[], where: Where, reader: Reader): void {
  for (const child of children) visit(child, where, reader);
}

function visitList(list: List, where: Where, reader: Reader): void {
  const number = reader.lists++;
  for (const [index, child] of list.children.entries()) {
    const ordinal = list.ordered ? (list.start ?? 1) + index : undefined;
    const item = { list: number, index, ordinal, depth: where.listDepth };
    const inItem: Where = { place: where.place === 'quote' ? 'quote' : 'list', listDepth: where.listDepth + 1 };
    for (const [i, block] of child.children.entries()) visit(block, i === 0 ? { ...inItem, item } : inItem, reader);
  }
}

function visitTable(table: Table, where: Where, reader: Reader): void {
  const number = reader.tables++;
  for (const [row, line] of table.children.entries()) {
    for (const [column, cell] of line.children.entries()) {
      pushText(cell, cell.children, { ...where, place: 'table', cell: { table: number, row, column } }, reader);
    }
  }
}

function pushOpaque(node: Code | Html | ThematicBreak | Definition, where: Where, reader: Reader): void {
  const range = reader.source.rangeOf(node);
  const kind = node.type === 'thematicBreak' ? 'rule' : node.type;
  if (kind !== 'rule') reader.opaque.push(range);
  if (node.type === 'html') pushComments(range, reader);
  const block: Block = {
    index: reader.blocks.length,
    kind,
    node,
    range,
    visible: visibleTextOf([], range),
    spans: [],
    sentences: [],
    depth: undefined,
    place: where.place,
    cell: where.cell,
    item: where.item,
    accidentalUnderline: undefined,
    boldOnly: false,
    linkOnly: false,
  };
  reader.blocks.push(block);
}

function pushText(node: Nodes, children: readonly PhrasingContent[], where: Where, reader: Reader): void {
  const range = reader.source.rangeOf(node);
  const inline = readInline(children, reader.source);
  for (const hidden of inline.opaque) reader.opaque.push(hidden);
  for (const html of inline.html) pushComments(html, reader);
  const visible = visibleTextOf(inline.segments, range);
  const words = visible.text.replaceAll(OBJECT, '').trim();
  const accidentalUnderline = node.type === 'heading' ? underlineOfProse(node, words, range) : undefined;
  const sentences: Sentence[] = [];
  const block: Block = {
    index: reader.blocks.length,
    kind: kindOf(node, words, where, accidentalUnderline),
    node,
    range,
    visible,
    spans: inline.spans,
    sentences,
    depth: node.type === 'heading' && !accidentalUnderline ? node.depth : undefined,
    place: where.place,
    cell: where.cell,
    item: where.item,
    accidentalUnderline,
    boldOnly: node.type === 'paragraph' && isOnly('strong', children),
    linkOnly: words !== '' && isOnly('link', children),
  };
  for (const { start, end, terminated } of splitSentences(visible.text)) {
    const place = visible.rangeOf(start, end);
    sentences.push({ block, start, end, text: visible.text.slice(start, end), range: place, terminated });
  }
  reader.blocks.push(block);
}

function pushComments(range: Range, reader: Reader): void {
  const html = reader.source.text.slice(range[0], range[1]);
  // Not a regular expression: from each of many comments that are never closed, it would search the rest.
  for (let end = 0, start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', end)) {
    const close = html.indexOf('-->', start + 4);
    if (close < 0) return;
    end = close + 3;
    const text = html.slice(start + 4, close).trim();
    reader.comments.push({ range: [range[0] + start, range[0] + end], html: range, text });
  }
}

function kindOf(node: Nodes, words: string, where: Where, accidental: Range | undefined): Block['kind'] {
  if (node.type === 'tableCell') return 'cell';
  if (words === '') return 'opaque';
  if (node.type === 'heading' && !accidental) return 'heading';
  return where.item ? 'item' : 'paragraph';
}

/**
 * A line of `---` right below a paragraph makes it a heading. An author who wants a heading that way writes a short
 * title on one line; a sentence with a full stop, or several lines, is prose that met a thematic break.
 */
function underlineOfProse(node: Heading, words: string, range: Range): Range | undefined {
  const end = node.children.at(-1)?.position?.end.offset;
  const start = node.position?.start.offset;
  const nodeEnd = node.position?.end.offset;
  if (
    end === undefined ||
    start === undefined ||
    nodeEnd === undefined ||
    node.position?.start.line === node.position?.end.line
  ) {
    return undefined;
  }
  const isProse = words.includes('\n') || words.length > 45 || /[。！？!?」）)…、]$/u.test(words);
  return isProse ? [range[0] + (end - start), range[0] + (nodeEnd - start)] : undefined;
}

function isOnly(type: 'strong' | 'link', children: readonly PhrasingContent[]): boolean {
  const others = children.filter((child) => child.type !== type);
  const blank = others.every(
    (child) => child.type === 'break' || (child.type === 'text' && /^[\s:：・|｜→/／-]*$/u.test(child.value)),
  );
  return blank && others.length < children.length;
}
