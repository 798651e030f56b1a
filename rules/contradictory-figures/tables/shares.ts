import type { Problem } from '../../rule.ts';
import { plain } from '../wording.ts';
import { amountOf, type Table } from './table.ts';

const wholeHead = /構成比|内訳|配分|シェア|割合|比率/u;
/** Heads that promise the parts of one whole even without a row for the rest. */
const allHead = /構成比|内訳|配分/u;
const rest = /^(?:その他|そのほか|他|無回答|残り)/u;
const total = /^(?:合計|計|総計|全体|total)/iu;
/** Where several answers are allowed, shares add up to more. */
const several = /複数回答|MA/u;

/** Percentages of the parts of one whole: they add up to 100 but for rounding. */
export function* sharesOf(table: Table): Generator<Problem> {
  if (several.test(`${table.heading?.text ?? ''}${table.heads.map((head) => head.text).join('')}`)) return;
  const totals = table.rows.filter((row) => total.test(row[0]?.text ?? ''));
  const parts = table.rows.filter((row) => !totals.includes(row));
  const hasRest = parts.some((row) => rest.test(row[0]?.text ?? ''));
  for (const [column, head] of table.heads.entries()) {
    const isWhole =
      wholeHead.test(head.text) &&
      (hasRest ||
        allHead.test(head.text) ||
        totals.some((row) => /^100(?:\.0+)?[ ]?[%％]?$/u.test(row[column]?.text ?? '')));
    if (column === 0 || !isWhole || parts.length < 3) continue;
    const amounts = parts.map((row) => amountOf(row[column], head));
    const percents = amounts.flatMap((it) =>
      it?.figure && it.unit === 'percent' && it.figure.quantity.kind === 'exact' ? [it.figure] : [],
    );
    if (percents.length < parts.length) continue;
    const sum = percents.reduce((before, figure) => before + figure.quantity.stated.lower, 0);
    const slack = percents.reduce((before, figure) => before + Math.max(figure.quantity.printed, 0.1) / 2, 0);
    if (Math.abs(sum - 100) <= slack + 1e-9) continue;
    yield {
      range: head.block.visible.rangeOf(0, head.block.visible.text.length),
      message: {
        ja: `「${head.text}」の列の和は${plain(sum, 5)}%で、100%になりません。値を確かめてください。`,
        en: `The column "${head.text}" adds up to ${plain(sum, 5)}%, not to 100%. Check the values.`,
      },
      related: percents
        .slice(0, 1)
        .map((figure) => ({ range: figure.range, message: { ja: '最初の値', en: 'The first value' } })),
    };
  }
}
