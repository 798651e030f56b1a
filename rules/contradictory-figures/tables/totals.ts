import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, plus } from '../interval.ts';
import { numberEn, numberJa } from '../wording.ts';
import { type Amount, amountOf, type Table, type TableCell } from './table.ts';

const total =
  /^(.{0,8}?)(?:合計|総計|総合計|総額|トータル|total)(?:額|金額|費用|コスト|時間|件数|人数)?(?:[（(].*[）)])?$/iu;
const grand = /^計$/u;
const subtotal = /小計|subtotal/iu;
/** Columns whose cells do not add up. */
const noSum = /率|割合|比$|比率|平均|単価|順位|前年|前期|備考|評価|スコア|点数|No\.?$|#|年度?$|倍/u;
const adding = new Set(['money', 'count', 'number', 'time', 'mass', 'length', 'area', 'volume', 'data', 'energy']);
/** Other amounts than the parts: what is taken off, or added on top. */
const adjustment = /値引|割引|控除|消費税|税|補助|返金|減額|▲|差引|うち|内数|平均|最大|最小|中央値/u;

/** Each total looks at all rows above it: a table with more of them is none that an author wrote, and costs a square. */
const MOST = 50;

/** Totals and subtotals against the cells above them. */
export function* totalsOf(table: Table): Generator<Problem> {
  if (table.rows.some((row) => adjustment.test(row[0]?.text ?? ''))) return;
  let totals = 0;
  for (const [index, row] of table.rows.entries()) {
    const label = row[0]?.text ?? '';
    if (!isTotal(label)) continue;
    totals += 1;
    if (totals > MOST) return;
    const partings = partsAbove(table, index);
    for (const [column, head] of table.heads.entries()) {
      if (column > 0 && !noSum.test(head.text)) yield* totalOf(row, partings, head, column);
    }
  }
}

function isTotal(label: string): boolean {
  return total.test(label) || grand.test(label) || subtotal.test(label);
}

type Rows = readonly (readonly TableCell[])[];

/** The rows that a total may sum up: those since the last total, all that are no totals, or the subtotals alone. */
function partsAbove({ rows }: Table, index: number): readonly Rows[] {
  const above = rows.slice(0, index);
  const label = rows[index]?.[0]?.text ?? '';
  const since = above.findLastIndex((row) => isTotal(row[0]?.text ?? '')) + 1;
  const plain = above.filter((row) => !isTotal(row[0]?.text ?? ''));
  const subtotals = above.filter((row) => subtotal.test(row[0]?.text ?? ''));
  const prefix = total.exec(label)?.[1] ?? '';
  const named = prefix.length > 1 ? plain.filter((row) => row[0]?.text.startsWith(prefix)) : [];
  if (named.length > 0) return [named];
  return subtotal.test(label) ? [above.slice(since)] : [above.slice(since), plain, subtotals];
}

function* totalOf(
  row: readonly TableCell[],
  partings: readonly Rows[],
  head: TableCell,
  column: number,
): Generator<Problem> {
  const stated = amountOf(row[column], head);
  if (!stated?.figure || !adding.has(stated.figure.quantity.dimension)) return;
  const sums = partings
    .filter((parts) => parts.length >= 2)
    .map((parts) =>
      sumOf(
        parts.map((part) => amountOf(part[column], head)),
        stated.unit,
      ),
    );
  const [first] = sums;
  if (!first || sums.some((sum) => sum === undefined || !disjoint(sum, stated.interval))) return;
  const value = middle(first);
  const last = partings[0]?.at(-1)?.[column];
  const isTime = stated.figure.quantity.dimension === 'time';
  yield {
    range: stated.figure.range,
    // Phases may run side by side.
    ...(isTime ? { severity: 'warning' } : {}),
    message: {
      ja: `「${row[0]?.text}」の「${stated.figure.quantity.surface}」は、上の行の和${numberJa(value, 6)}と合いません。どちらかを直してください。`,
      en: `"${stated.figure.quantity.surface}" in "${row[0]?.text}" is not the sum of the rows above, ${numberEn(value, 6)}. Correct one of them.`,
    },
    ...(last
      ? {
          related: [
            {
              range: last.block.visible.rangeOf(0, last.block.visible.text.length),
              message: { ja: '和を取った行', en: 'The rows that were added up' },
            },
          ],
        }
      : {}),
  };
}

/** The sum, if every part has an amount of that unit and at least two have one. */
function sumOf(parts: readonly (Amount | undefined)[], unit: string): Interval | undefined {
  const amounts = parts.flatMap((part) => (part && (part.unit === unit || !part.figure) ? [part] : []));
  if (amounts.length < parts.length || amounts.filter((part) => part.figure).length < 2) return undefined;
  return amounts.map((part) => part.interval).reduce(plus);
}

function middle({ lower, upper }: Interval): number {
  return (lower + upper) / 2;
}
