import type { Relation } from '../relation.ts';
import { linesOf } from '../tables/across.ts';
import { bandsOf } from '../tables/bands.ts';
import { changesOf } from '../tables/changes.ts';
import { sharesOf } from '../tables/shares.ts';
import { spansOf } from '../tables/spans.ts';
import { tablesIn } from '../tables/table.ts';
import { totalsOf } from '../tables/totals.ts';

/** Totals, row sums, products, rates of change, shares of a whole, monthly and yearly columns, and price bands of tables. */
export const table: Relation = {
  id: 'table',
  severity: 'error',
  description: {
    ja: '表の合計・積・増減率・構成比が計算と合わない、または見出しの単位や価格帯がセルと合わない。',
    en: 'A total, product, rate of change or column of shares in a table does not add up, or cells do not fit the unit or price band of their heading.',
  },
  *find(figures, document) {
    for (const one of tablesIn(figures, document)) {
      yield* totalsOf(one);
      yield* linesOf(one);
      yield* changesOf(one);
      yield* sharesOf(one);
      yield* spansOf(one);
      yield* bandsOf(one);
    }
  },
};
