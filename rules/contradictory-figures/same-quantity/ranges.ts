import type { Block, Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { nounPhrasesIn } from '../../../src/figures/noun-phrases.ts';
import type { Problem } from '../../rule.ts';

/** Ranges of a table that disagree with a sentence about one of its rows. */
export function* wrongRangesIn(figures: readonly Figure[], document: Document): Generator<Problem> {
  const ranges = figures.filter(isRange);
  const cells = ranges.filter((it) => it.place.kind === 'cell');
  if (cells.length === 0) return;
  yield* otherEndIn(ranges, cells, document);
}

function isRange({ quantity, place }: Figure): boolean {
  return quantity.kind === 'range' && quantity.dimension !== 'date' && place.kind !== 'front-matter';
}

/** Rows that share an end beyond this many tell nothing about one of them. */
const MOST = 12;

/** 「300〜5,000万円 | カスタムAI開発」 and 「カスタムAIの場合は500万〜5,000万円」: one end agrees, the other does not. */
function* otherEndIn(ranges: readonly Figure[], cells: readonly Figure[], document: Document): Generator<Problem> {
  const texts = ranges.filter((it) => it.place.kind === 'sentence' || it.place.kind === 'item');
  if (texts.length === 0) return;
  const byEnd = byEndOf(cells);
  for (const text of texts) {
    const candidates = endsOf(text).flatMap((key) => byEnd.get(key) ?? []);
    // The same range elsewhere in the table shows that the text speaks of another row.
    if (candidates.some((it) => isEqual(it, text))) continue;
    const names = candidates.length > 0 ? namesIn(text, document) : [];
    const cell = candidates.find((it) => names.some((name) => rowText(it, document.blocks).includes(name)));
    if (cell) yield endProblem(text, cell);
  }
}

function byEndOf(cells: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const byEnd = new Map<string, Figure[]>();
  for (const [key, cell] of cells.flatMap((it) => endsOf(it).map((key) => [key, it] as const))) {
    const known = byEnd.get(key);
    if (!known) byEnd.set(key, [cell]);
    else if (known.length < MOST) known.push(cell);
  }
  return byEnd;
}

function endsOf({ quantity: { stated, unit } }: Figure): readonly string[] {
  return [`lower ${stated.lower} ${unit}`, `upper ${stated.upper} ${unit}`];
}

function isEqual({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  return a.stated.lower === b.stated.lower && a.stated.upper === b.stated.upper;
}

/** Proper names of four characters or more in the sentence of a figure. */
function namesIn({ text }: Figure, document: Document): readonly string[] {
  return nounPhrasesIn(document.morphemes(text)).flatMap((it) => (it.named && it.text.length >= 4 ? [it.text] : []));
}

function rowText({ place }: Figure, blocks: readonly Block[]): string {
  if (place.kind === 'front-matter' || !place.block.cell) return '';
  const { table, row } = place.block.cell;
  const { index } = place.block;
  const near = blocks.slice(Math.max(0, index - 12), index + 12);
  return near
    .filter(({ cell }) => cell?.table === table && cell.row === row)
    .map(({ visible }) => visible.text)
    .join(' ');
}

function endProblem(text: Figure, cell: Figure): Problem {
  return {
    range: text.range,
    severity: 'warning',
    message: {
      ja: `「${text.quantity.surface}」は、表の同じ項目の「${cell.quantity.surface}」と一方の端が違います。どちらかに揃えてください。`,
      en: `"${text.quantity.surface}" differs at one end from "${cell.quantity.surface}" in the table for the same item. Make them agree.`,
    },
    related: [{ range: cell.range, message: { ja: '表の数値です。', en: 'The figure in the table.' } }],
  };
}
