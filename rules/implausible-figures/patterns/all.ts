import type { Pattern } from '../pattern.ts';
import { amountlessNoun } from './amountless-noun.ts';
import { decreaseOverAll } from './decrease-over-all.ts';
import { degreeBeforeShare } from './degree-before-share.ts';
import { emptyMultiple } from './empty-multiple.ts';
import { impossibleAge } from './impossible-age.ts';
import { impossibleDate } from './impossible-date.ts';
import { impossibleTime } from './impossible-time.ts';
import { recurringShare } from './recurring-share.ts';
import { shareOverAll } from './share-over-all.ts';
import { stackedShares } from './stacked-shares.ts';
import { timePerSpan } from './time-per-span.ts';
import { unsourcedShare } from './unsourced-share.ts';

/** Every pattern, surest first: of two that report the same figure with the same severity, the first one speaks. */
export const patterns: readonly Pattern[] = [
  degreeBeforeShare,
  stackedShares,
  decreaseOverAll,
  amountlessNoun,
  shareOverAll,
  emptyMultiple,
  impossibleDate,
  impossibleTime,
  impossibleAge,
  timePerSpan,
  recurringShare,
  unsourcedShare,
];
