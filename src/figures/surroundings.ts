import type { Block, Document } from '../document/document.ts';
import { type Figure, figuresIn } from './figure.ts';

interface Surroundings {
  /** Texts of the headings above each block, outermost first, by the index of the block. */
  readonly sections: readonly (readonly string[])[];
  /** Text of each table cell by table, row and column. */
  readonly cells: ReadonlyMap<string, string>;
  readonly statements: ReadonlyMap<Figure['rangeOf'], readonly Figure[]>;
}

const memo = new WeakMap<Document, Surroundings>();

/** The figures of the same sentence, heading, cell or front matter value, in order, the figure itself among them. */
export function statementOf(figure: Figure, document: Document): readonly Figure[] {
  return surroundingsOf(document).statements.get(figure.rangeOf) ?? [figure];
}

/** The figure of a statement that ends at an offset of its text; `figures` are all of the statement, in order. */
export function figureEndingAt(end: number, figures: readonly Figure[]): Figure | undefined {
  let low = 0;
  let high = figures.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.at[1] ?? end) < end) low = middle + 1;
    else high = middle;
  }
  return figures[low]?.at[1] === end ? figures[low] : undefined;
}

/** The headings above a figure, outermost first; empty in front matter and before the first heading. */
export function sectionOf({ place }: Figure, document: Document): readonly string[] {
  return place.kind === 'front-matter' ? [] : (surroundingsOf(document).sections[place.block.index] ?? []);
}

/** Row head and column head of a figure in a table; undefined elsewhere and in the heads themselves. */
export function headsOf(
  { place }: Figure,
  document: Document,
): { readonly row: string; readonly column: string } | undefined {
  const cell = place.kind === 'cell' ? place.block.cell : undefined;
  if (!cell || cell.row === 0) return undefined;
  const { cells } = surroundingsOf(document);
  const at = (row: number, column: number) => cells.get(`${cell.table} ${row} ${column}`) ?? '';
  return { row: cell.column === 0 ? '' : at(cell.row, 0), column: at(0, cell.column) };
}

function surroundingsOf(document: Document): Surroundings {
  const known = memo.get(document);
  if (known) return known;
  const surroundings = {
    sections: sectionsOf(document.blocks),
    cells: new Map(
      document.blocks.flatMap(({ cell, visible }) =>
        cell ? [[`${cell.table} ${cell.row} ${cell.column}`, visible.text.trim()] as const] : [],
      ),
    ),
    statements: statementsOf(figuresIn(document)),
  };
  memo.set(document, surroundings);
  return surroundings;
}

function sectionsOf(blocks: readonly Block[]): (readonly string[])[] {
  let path: readonly { readonly depth: number; readonly text: string }[] = [];
  return blocks.map(({ kind, depth = 6, visible }) => {
    if (kind === 'heading') path = [...path.filter((it) => it.depth < depth), { depth, text: visible.text.trim() }];
    const above = kind === 'heading' ? path.slice(0, -1) : path;
    return above.map((it) => it.text);
  });
}

/** Each text has its own function that maps to the file. */
function statementsOf(figures: readonly Figure[]): Map<Figure['rangeOf'], readonly Figure[]> {
  const statements = new Map<Figure['rangeOf'], Figure[]>();
  for (const figure of figures) {
    const list = statements.get(figure.rangeOf);
    if (list) list.push(figure);
    else statements.set(figure.rangeOf, [figure]);
  }
  return statements;
}
