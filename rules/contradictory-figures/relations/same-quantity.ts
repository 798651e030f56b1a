import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import type { Relation } from '../relation.ts';
import { wrongPeriodsIn } from '../same-quantity/periods.ts';
import { wrongRangesIn } from '../same-quantity/ranges.ts';
import { slipsIn } from '../same-quantity/slips.ts';
import { otherValuesIn } from '../same-quantity/values.ts';
import { wrongYearsIn } from '../same-quantity/years.ts';

/** One quantity with two values: between the front matter and the body, or within the body. */
export const sameQuantity: Relation = {
  id: 'same-quantity',
  severity: 'error',
  description: {
    ja: '同じものの数値が、タイトルや説明と本文、または本文の中で桁や年が違う。',
    en: 'The same quantity has another magnitude or year in title, description or body.',
  },
  find,
};

function* find(figures: readonly Figure[], document: Document): Generator<Problem> {
  yield* slipsIn(figures, document);
  yield* wrongYearsIn(figures, document);
  yield* wrongPeriodsIn(figures, document);
  yield* wrongRangesIn(figures, document);
  yield* otherValuesIn(figures, document);
}
