import type { Table } from 'mdast';
import type { Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import type { Found } from './kinds.ts';

/** Code blocks that run to the end of the article because nothing closes them. */
export function* openFences({ text, blocks }: Document): Generator<Found> {
  const last = blocks.at(-1);
  if (last?.node.type !== 'code' || last.place !== 'body' || last.node.value.trim() === '') return;
  const source = text.slice(...last.range);
  const fence = /^(`{3,}|~{3,})[^\r\n]*/.exec(source);
  const mark = fence?.[1];
  if (!fence || !mark) return;
  const closed = new RegExp(`(?:\\r\\n|\\r|\\n) {0,3}${mark.charAt(0)}{${mark.length},}[ \\t]*$`).test(source);
  if (closed) return;
  const range: Range = [last.range[0], last.range[0] + fence[0].length];
  const message = { ja: '末尾に終わりの行を加える', en: 'Add the closing line at the end' };
  const end: Range = [last.range[1], last.range[1]];
  yield { id: 'open-fence', range, suggestions: [{ message, edit: { range: end, text: `\n${mark}` } }] };
}

/** Rows with more cells than the head of their table has. */
export function* tables(document: Document): Generator<Found> {
  const seen = new Set<number>();
  for (const { cell, range } of document.blocks) {
    if (cell) seen.add(range[0]);
  }
  if (seen.size === 0) return;
  for (const table of tablesIn(document.root)) {
    const [head, ...rows] = table.children;
    const columns = head?.children.length ?? 0;
    for (const row of rows) {
      const extra = row.children.slice(columns).some((cell) => cell.children.length > 0);
      if (extra) yield { id: 'table-cells', range: document.rangeOf(row) };
    }
  }
}

function* tablesIn(node: { readonly type: string; readonly children?: readonly unknown[] }): Generator<Table> {
  if (node.type === 'table') yield node as Table;
  else if (['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(node.type)) {
    for (const child of node.children ?? []) yield* tablesIn(child as Parameters<typeof tablesIn>[0]);
  }
}

const ROW = /^\|.*\|\s*$/;

/** Lines of `| a | b |` with a row of dashes that stayed a paragraph. */
export function* lostTables({ blocks }: Document): Generator<Found> {
  for (const { kind, visible } of blocks) {
    if (kind === 'cell' || !visible.text.includes('|')) continue;
    const lines = visible.text.split('\n');
    const dashes = lines.findIndex((line) => /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?$/.test(line));
    if (dashes < 0 || lines.filter((line) => ROW.test(line)).length < 2) continue;
    const first = lines.findIndex((line) => ROW.test(line));
    const start = lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0);
    yield { id: 'lost-table', range: visible.rangeOf(start, start + (lines[first]?.length ?? 1)) };
  }
}
