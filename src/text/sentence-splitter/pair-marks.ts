import { type Cursor, positionOf, read } from './cursor.ts';
import type { PairMark } from './nodes.ts';

const pairMarks: readonly PairMark[] = [
  { key: 'double quote', start: '"', end: '"' },
  { key: 'angled bracket', start: '[', end: ']' },
  { key: 'round bracket', start: '(', end: ')' },
  { key: 'curly brace', start: '{', end: '}' },
  { key: 'かぎ括弧', start: '「', end: '」' },
  { key: '丸括弧', start: '（', end: '）' },
  { key: '二重かぎ括弧', start: '『', end: '』' },
  { key: '波括弧', start: '｛', end: '｝' },
  { key: '角括弧', start: '［', end: '］' },
  { key: '重角括弧', start: '〚', end: '〛' },
  { key: '隅付き括弧', start: '【', end: '】' },
  { key: '二重隅付き括弧', start: '《', end: '》' },
];

const byUnit = new Map(pairMarks.flatMap((mark) => [mark.start, mark.end].map((unit) => [unit.charCodeAt(0), mark])));

/** Opens or closes a pair if the character at the cursor is one of it. A pair does not nest in itself. */
export function markPair(cursor: Cursor): void {
  const unit = read(cursor);
  const mark = byUnit.get(unit);
  if (mark === undefined) return;
  const at = cursor.open.findLastIndex((opened) => opened.mark === mark);
  const opened = cursor.open[at];
  if (opened === undefined) {
    if (mark.start.charCodeAt(0) === unit) cursor.open.push({ mark, start: cursor.index });
    return;
  }
  if (mark.end.charCodeAt(0) !== unit) return;
  cursor.open.splice(at, 1);
  const loc = { start: positionOf(cursor, opened.start), end: positionOf(cursor, cursor.index) };
  cursor.closed.push({ type: 'PairMark', pairMark: mark, range: [opened.start, cursor.index], loc });
}
