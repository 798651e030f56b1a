import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { amountOf, type Table } from './table.ts';

const words = ['月額', '年額', '初期費用', '価格', '単価', '予算', '費用', '料金'];

/** Prices below a heading that names a band: 「月額10〜30万円」 above a row of 3〜10万円. */
export function* bandsOf({ heading, heads, rows }: Table): Generator<Problem> {
  const band = heading?.figures.find(({ quantity }) => quantity.dimension === 'money' && quantity.kind === 'range');
  const word = band && words.find((it) => heading?.text.includes(it));
  if (!heading || !band || word === undefined) return;
  const columns = heads.flatMap((head, column) => (head.text.includes(word) ? [column] : []));
  const [column] = columns;
  if (column === undefined || columns.length > 1) return;
  for (const row of rows) {
    const amount = amountOf(row[column], heads[column]);
    if (!amount?.figure || amount.unit !== band.quantity.unit || !liesOutside(amount.figure, band)) continue;
    const { surface } = amount.figure.quantity;
    yield {
      range: amount.figure.range,
      severity: 'warning',
      message: {
        ja: `「${row[0]?.text}」の「${surface}」は、見出しの「${band.quantity.surface}」に収まりません。どちらかを直してください。`,
        en: `"${surface}" of "${row[0]?.text}" lies outside "${band.quantity.surface}" in the heading. Correct one of them.`,
      },
      related: [{ range: band.range, message: { ja: '見出しの範囲', en: 'The band in the heading' } }],
    };
  }
}

/** True if the two share no more than one end; a band that only overlaps is a matter of taste. */
function liesOutside({ quantity }: Figure, band: Figure): boolean {
  if (quantity.modifiers.includes('atLeast')) return false;
  const [own, allowed] = [quantity.stated, band.quantity.stated];
  const isBelow = own.upper < allowed.lower || (own.upper === allowed.lower && own.lower < own.upper);
  const isAbove = own.lower > allowed.upper || (own.lower === allowed.upper && own.lower < own.upper);
  return isBelow || isAbove;
}
