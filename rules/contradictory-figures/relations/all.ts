import type { Relation } from '../relation.ts';
import { change } from './change.ts';
import { conversion } from './conversion.ts';
import { difference } from './difference.ts';
import { formula } from './formula.ts';
import { growthRate } from './growth-rate.ts';
import { sameQuantity } from './same-quantity.ts';
import { share } from './share.ts';
import { subset } from './subset.ts';
import { total } from './total.ts';

/** Every relation, surest first: of two that report the same figure with the same severity, the first one speaks. */
export const relations: readonly Relation[] = [
  conversion,
  formula,
  growthRate,
  change,
  difference,
  share,
  subset,
  total,
  sameQuantity,
];
