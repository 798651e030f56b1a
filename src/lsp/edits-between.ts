import { diffLines } from 'diff';
import type { Edit } from '../lint/finding.ts';
import { commonPrefix, commonSuffix } from './carry-over.ts';

/** Beyond so many changed lines the difference takes too long to find; one edit then replaces all that differs. */
const MAX_EDIT_LENGTH = 400;

/** Small edits that make `after` of `before`, sorted, not overlapping; none where the texts are equal. */
export function editsBetween(before: string, after: string): Edit[] {
  const parts = diffLines(before, after, { maxEditLength: MAX_EDIT_LENGTH });
  if (!parts) return trimmed(0, before, after);
  const edits: Edit[] = [];
  let at = 0;
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== added) edits.push(...trimmed(at, removed, added));
    at += removed.length;
    [removed, added] = ['', ''];
  };
  for (const part of parts) {
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else {
      flush();
      at += part.value.length;
    }
  }
  flush();
  return edits;
}

/** One edit without what both texts begin and end with; characters of two units are not cut. */
function trimmed(at: number, before: string, after: string): Edit[] {
  if (before === after) return [];
  let head = commonPrefix(before, after);
  if (isHigh(before.charCodeAt(head - 1))) head -= 1;
  let tail = commonSuffix(before, after, head);
  if (isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return [{ range: [at + head, at + before.length - tail], text: after.slice(head, after.length - tail) }];
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
