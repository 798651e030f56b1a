import type { Relation } from '../relation.ts';
import { change } from './change.ts';
import { conversion } from './conversion.ts';
import { count } from './count.ts';
import { difference } from './difference.ts';
import { eraYear } from './era-year.ts';
import { formula } from './formula.ts';
import { fraction } from './fraction.ts';
import { growthRate } from './growth-rate.ts';
import { magnitude } from './magnitude.ts';
import { pastDeadline } from './past-deadline.ts';
import { product } from './product.ts';
import { ratesDisagree } from './rates-disagree.ts';
import { remainder } from './remainder.ts';
import { reversedRange } from './reversed-range.ts';
import { sameQuantity } from './same-quantity.ts';
import { share } from './share.ts';
import { span } from './span.ts';
import { subset } from './subset.ts';
import { table } from './table.ts';
import { total } from './total.ts';
import { unitConversion } from './unit-conversion.ts';
import { weekday } from './weekday.ts';

/** Every relation, surest first: of two that report the same figure with the same severity, the first one speaks. */
export const relations: readonly Relation[] = [
  conversion,
  weekday,
  eraYear,
  formula,
  growthRate,
  change,
  difference,
  share,
  fraction,
  subset,
  total,
  span,
  unitConversion,
  ratesDisagree,
  remainder,
  product,
  reversedRange,
  pastDeadline,
  count,
  table,
  sameQuantity,
  magnitude,
];
