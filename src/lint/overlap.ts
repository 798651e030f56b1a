import { overlaps, type Range } from '../text/range.ts';

/** Installed rules that see the same defect as one of ours, but say less about it: ours stands, theirs is dropped. */
const SAME_DEFECT: Readonly<Record<string, readonly string[]>> = {
  'ja-no-mixed-period': ['koetsu/broken-sentences', 'koetsu/generation-artifacts'],
  'no-unmatched-pair': ['koetsu/broken-markup', 'koetsu/broken-sentences'],
  'ja-unnatural-alphabet': ['koetsu/generation-artifacts'],
  'no-invalid-control-character': ['koetsu/generation-artifacts', 'koetsu/broken-front-matter-text'],
};

interface Placed {
  readonly ruleId: string;
  readonly range: Range;
}

/** The findings of installed rules that none of ours reports already in the same place: one finding a place. */
export function dropRepeated<T extends Placed>(installed: readonly T[], ours: readonly Placed[]): T[] {
  return installed.filter((finding) => {
    const betterRules = SAME_DEFECT[finding.ruleId.split('/').at(-1) ?? ''];
    if (!betterRules) return true;
    const around: Range = [finding.range[0] - 1, finding.range[1] + 1];
    return !ours.some((own) => betterRules.includes(own.ruleId) && overlaps(around, own.range));
  });
}
