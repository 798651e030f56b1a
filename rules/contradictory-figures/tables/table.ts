import type { Block, Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval, Quantity } from '../../../src/figures/quantity.ts';
import { meant } from '../interval.ts';

/** A cell with its figures. */
export interface TableCell {
  readonly block: Block;
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** A table: the head, and rows that may be shorter than it. */
export interface Table {
  readonly heads: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  /** The nearest heading above, with its figures. */
  readonly heading: TableCell | undefined;
}

/** What a cell amounts to, in one unit with the other cells of its column. */
export interface Amount {
  readonly figure: Figure | undefined;
  /** What may have been printed so. */
  readonly interval: Interval;
  readonly unit: string;
}

/** Every table of an article that has a head and at least one row. */
export function tablesIn(figures: readonly Figure[], document: Document): readonly Table[] {
  const byBlock = new Map<Block, Figure[]>();
  for (const figure of figures) {
    if (figure.place.kind !== 'cell' && figure.place.kind !== 'heading') continue;
    const { block } = figure.place;
    const known = byBlock.get(block);
    if (known) known.push(figure);
    else byBlock.set(block, [figure]);
  }
  const cellOf = (block: Block): TableCell => ({
    block,
    text: block.visible.text.trim(),
    figures: byBlock.get(block) ?? [],
  });
  const tables: { lines: TableCell[][]; heading: TableCell | undefined }[] = [];
  let heading: Block | undefined;
  for (const block of document.blocks) {
    if (block.kind === 'heading') heading = block;
    if (!block.cell) continue;
    const { table, row } = block.cell;
    tables[table] ??= { lines: [], heading: heading && cellOf(heading) };
    const lines = tables[table].lines;
    lines[row] ??= [];
    lines[row].push(cellOf(block));
  }
  return tables.flatMap(({ lines: [heads, ...rows], heading: above }) =>
    heads && rows.length > 0 ? [{ heads, rows, heading: above }] : [],
  );
}

const nothing = /^(?:[-－—–ー―‐]|なし|無し|無料|ゼロ|同左)?$/u;
/** Behind the number only a note may stand. */
const note = /^[ 　]*(?:[（(※*].*|程度|前後|ほど|\/月|\/年|／月|／年)?$/u;
const countedUnits = new Set(['count', 'number']);

/** What a cell amounts to: its one figure, in the unit of the cell or else of its head; nothing where it is empty. */
export function amountOf(cell: TableCell | undefined, head: TableCell | undefined): Amount | undefined {
  if (!cell) return undefined;
  if (nothing.test(cell.text)) return { figure: undefined, interval: { lower: 0, upper: 0 }, unit: '' };
  const [figure] = cell.figures;
  if (!figure || figure.quantity.role === 'ordinal' || figure.quantity.date) return undefined;
  const isAlone = figure.text.slice(0, figure.at[0]).trim() === '' && note.test(figure.text.slice(figure.at[1]));
  if (!isAlone) return undefined;
  const { quantity } = figure;
  const printed = intervalOf(quantity);
  if (quantity.unit !== 'none') return { figure, interval: printed, unit: quantity.unit };
  const scale = scaleOf(head?.text ?? '');
  return {
    figure,
    interval: { lower: printed.lower * scale.factor, upper: printed.upper * scale.factor },
    unit: scale.unit,
  };
}

/** Counts are exact as printed; measures and amounts stand for what rounds to them. */
function intervalOf(quantity: Quantity): Interval {
  const { stated, printed, modifiers, dimension } = quantity;
  if (modifiers.length > 0) return meant(quantity);
  const slack = countedUnits.has(dimension) && printed <= 1 && quantity.unit !== 'none' ? 0 : printed / 2;
  return { lower: stated.lower - slack, upper: stated.upper + slack };
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/兆[円ドル]/u, 1e12],
  [/十億[円ドル]/u, 1e9],
  [/億[円ドル]/u, 1e8],
  [/百万[円ドル]/u, 1e6],
  [/万[円人ドル件台]/u, 1e4],
  [/千[円人ドル]/u, 1e3],
];

/** The unit that a head gives to bare numbers below it: 「売上（億円）」. */
function scaleOf(head: string): { readonly factor: number; readonly unit: string } {
  const unit = /ドル|USD|\$/u.test(head)
    ? 'USD'
    : /円|JPY|¥/u.test(head)
      ? 'JPY'
      : /[%％]/u.test(head)
        ? 'percent'
        : 'none';
  return { factor: scales.find(([pattern]) => pattern.test(head))?.[1] ?? 1, unit };
}
