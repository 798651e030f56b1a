import type { Interval } from '../../../src/figures/quantity.ts';
import { secondsOf } from '../../../src/figures/units.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, meant, over, times } from '../interval.ts';
import { plain } from '../wording.ts';
import { type Amount, amountOf, type Table, type TableCell } from './table.ts';

/** What a column of rates says: by how much less, by how much more, or either. */
type Sense = 'less' | 'more' | 'either';

interface Row {
  readonly cells: readonly [before: TableCell, after: TableCell];
  readonly claim: Amount;
  /** After divided by before: what the printed values allow … */
  readonly ratio: Interval;
  /** … and as they stand. */
  readonly printed: number;
}

const DONE =
  '(?:AI|RPA|システム|ツール|サービス)?の?(?:導入|活用|変更|改善|実施|施策|改定|改修|移行|刷新|対策|適用|利用|値上げ|値下げ)の?';
const WHAT =
  '(?:の?(?:所要時間|作業時間|処理時間|時間|コスト|費用|工数|件数|金額|料金|価格|売上高?|人数|従業員数|来場者数|利用者数))?(?:[（(].*[）)])?$';
const beforeHead = new RegExp(
  `^(?:${DONE}前|従来|以前|これまで|今まで|旧|before|前年度?|昨年度?|前期|前回)${WHAT}`,
  'iu',
);
const afterHead = new RegExp(`^(?:${DONE}後|現在|新|after|今年度?|本年度?|当期|今期|今回)${WHAT}`, 'iu');
const senses: readonly (readonly [RegExp, Sense])[] = [
  [
    /^(?:時間|コスト|費用|工数)?(?:削減|短縮|減少|低減|低下|縮小|圧縮|節約|値下げ)(?:率|幅|割合)(?:[（(].*[）)])?$/u,
    'less',
  ],
  [/^(?:売上)?(?:増加|成長|伸び|上昇|拡大|値上げ)(?:率|割合)(?:[（(].*[）)])?$/u, 'more'],
  [/^(?:改善|変化|増減|向上)(?:率|割合)(?:[（(].*[）)])?$/u, 'either'],
];
/** Two points of a percentage, as in sentences (house value). */
const POINTS = 2;

/** Rows of 導入前, 導入後 and 削減率 whose percentage is not that of the two. */
export function* changesOf(table: Table): Generator<Problem> {
  const before = onlyOf(table, beforeHead);
  const after = onlyOf(table, afterHead);
  const rate = senses.flatMap(([pattern, sense]) => {
    const column = onlyOf(table, pattern);
    return column === undefined ? [] : [{ column, sense }];
  });
  const [only] = rate;
  if (before === undefined || after === undefined || !only || rate.length > 1) return;
  const rows = table.rows.flatMap((row) => rowOf(table, row, [before, after, only.column]) ?? []);
  const wrong = rows.filter((row) => !fits(row, only.sense));
  // Where hardly any row agrees the rate is of something else.
  if (rows.length > 1 && wrong.length * 2 > rows.length) return;
  for (const row of wrong) yield* problemOf(row);
}

/** The one column of that head; undefined where several have it. */
function onlyOf({ heads }: Table, pattern: RegExp): number | undefined {
  const columns = heads.flatMap((head, column) => (column > 0 && pattern.test(head.text) ? [column] : []));
  return columns.length === 1 ? columns[0] : undefined;
}

function rowOf(
  { heads }: Table,
  row: readonly TableCell[],
  [before, after, rate]: readonly [number, number, number],
): Row | undefined {
  const cells = [row[before], row[after]] as const;
  const [a, b, claim] = [before, after, rate].map((column) => amountOf(row[column], heads[column]));
  if (!cells[0] || !cells[1] || !a?.figure || !b?.figure || !claim?.figure || claim.unit !== 'percent')
    return undefined;
  const factor = factorBetween(a, b);
  if (factor === undefined || a.unit === 'percent' || a.interval.lower <= 0) return undefined;
  const ratio = times(over(spread(b), spread(a)), { lower: factor, upper: factor });
  return { cells: [cells[0], cells[1]], claim, ratio, printed: (middle(b) / middle(a)) * factor };
}

/** With trailing zeros and 約 taken for rounding. */
function spread({ figure, interval }: Amount): Interval {
  if (!figure || figure.quantity.unit === 'none') return interval;
  return meant(figure.quantity);
}

function middle({ interval: { lower, upper } }: Amount): number {
  return (lower + upper) / 2;
}

/** How many of a's units one of b's is. */
function factorBetween(a: Amount, b: Amount): number | undefined {
  if (a.unit === b.unit) return 1;
  const [first, second] = [secondsOf(a.figure?.quantity.unit ?? 'none'), secondsOf(b.figure?.quantity.unit ?? 'none')];
  // A day or a month of work is no fixed number of hours.
  return first && second && Math.max(first, second) <= 3600 ? second / first : undefined;
}

function fits({ claim, ratio }: Row, sense: Sense): boolean {
  const { quantity } = claim.figure ?? {};
  if (!quantity) return true;
  const said = meant(quantity);
  const more = { lower: (ratio.lower - 1) * 100, upper: (ratio.upper - 1) * 100 };
  const less = negative(more);
  const faster = { lower: (1 / ratio.upper - 1) * 100, upper: (1 / ratio.lower - 1) * 100 };
  const candidates = { less: [less], more: [more], either: [more, less, faster] }[sense];
  // A minus sign or ▲ may repeat what the head says.
  return [said, ...(said.lower < 0 ? [negative(said)] : [])].some((it) => {
    const slack = { lower: it.lower - POINTS, upper: it.upper + POINTS };
    return candidates.some((candidate) => !disjoint(slack, candidate));
  });
}

function negative({ lower, upper }: Interval): Interval {
  return { lower: -upper, upper: -lower };
}

function* problemOf({ cells: [before, after], claim, printed }: Row): Generator<Problem> {
  if (!claim.figure) return;
  const percent = `${plain(Math.abs(printed - 1) * 100)}%`;
  const { surface } = claim.figure.quantity;
  yield {
    range: claim.figure.range,
    message: {
      ja: `「${before.text}」から「${after.text}」は${percent}の${printed > 1 ? '増加' : '減少'}で、「${surface}」と合いません。どれかを直してください。`,
      en: `From "${before.text}" to "${after.text}" is ${percent} ${printed > 1 ? 'more' : 'less'}, which does not go with "${surface}". Correct one of them.`,
    },
    related: [
      { range: rangeOf(before), message: { ja: '変化の前の値です。', en: 'The value before the change.' } },
      { range: rangeOf(after), message: { ja: '変化の後の値です。', en: 'The value after the change.' } },
    ],
  };
}

function rangeOf({ block }: TableCell): Problem['range'] {
  return block.visible.rangeOf(0, block.visible.text.length);
}
