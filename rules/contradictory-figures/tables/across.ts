import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, plus, times } from '../interval.ts';
import { numberEn, numberJa } from '../wording.ts';
import { type Amount, amountOf, type Table, type TableCell } from './table.ts';

interface Line {
  readonly stated: Amount;
  readonly computed: Interval;
  readonly row: readonly TableCell[];
}

const sumHead = /^(?:合計|計|総計|総額|トータル|total)(?:額|金額|費用)?(?:[（(].*[）)])?$/iu;
const unlike = /月|年|単価|初期|数量|率|割合|比|平均|順位|備考|点/u;
const priceHead = /単価/u;
const countHead = /^(?:数量|回数|人数|個数|台数|件数|枚数|本数|部数|時間数?|工数|ユーザー数|ライセンス数|口数|冊数)/u;
const amountHead = /^(?:金額|小計|合計|総額|計|費用|売上高?|料金|コスト)/u;

/** Row totals, and price × number = amount. */
export function* linesOf(table: Table): Generator<Problem> {
  yield* misfits(rowSums(table), 'sum');
  yield* misfits(products(table), 'product');
}

/** Lines that disagree where most others of the table agree: then the columns do mean what their heads say. */
function* misfits(lines: readonly Line[], kind: 'sum' | 'product'): Generator<Problem> {
  const wrong = lines.filter(({ stated, computed }) => disjoint(stated.interval, computed));
  if (wrong.length === 0 || wrong.length > lines.length - wrong.length) return;
  for (const { stated, computed, row } of wrong) {
    if (!stated.figure) continue;
    const { surface } = stated.figure.quantity;
    const value = (computed.lower + computed.upper) / 2;
    const label = row[0]?.text ?? '';
    const [ja, en] = kind === 'sum' ? ['各列の和', 'the sum of its columns'] : ['単価と数量の積', 'price times number'];
    yield {
      range: stated.figure.range,
      message: {
        ja: `「${label}」の「${surface}」は、${ja}${numberJa(value, 6)}と合いません。どちらかを直してください。`,
        en: `"${surface}" of "${label}" is not ${en}, ${numberEn(value, 6)}. Correct one of them.`,
      },
    };
  }
}

function rowSums({ heads, rows }: Table): Line[] {
  const at = heads.findIndex((head) => sumHead.test(head.text));
  const columns = heads.map((_, column) => column).slice(1, at);
  if (at < 3 || columns.some((column) => unlike.test(heads[column]?.text ?? ''))) return [];
  return rows.flatMap((row) => {
    const stated = amountOf(row[at], heads[at]);
    const parts = columns.map((column) => amountOf(row[column], heads[column]));
    const fitting = parts.flatMap((part) => (part && (part.unit === stated?.unit || !part.figure) ? [part] : []));
    if (!stated?.figure || fitting.length < parts.length) return [];
    return [{ stated, computed: fitting.map((part) => part.interval).reduce(plus), row }];
  });
}

function products({ heads, rows }: Table): Line[] {
  const [price, number, amount] = [priceHead, countHead, amountHead].map((pattern) =>
    heads.findIndex((head) => pattern.test(head.text)),
  );
  if (price === undefined || number === undefined || amount === undefined || Math.min(price, number, amount) < 0)
    return [];
  return rows.flatMap((row) => {
    const [one, many, all] = [price, number, amount].map((column) => amountOf(row[column], heads[column]));
    if (!one?.figure || !many?.figure || !all?.figure || one.unit !== all.unit) return [];
    if (Math.min(one.interval.lower, many.interval.lower) < 0) return [];
    return [{ stated: all, computed: times(one.interval, many.interval), row }];
  });
}
