import type { Finding } from '../lint/finding.ts';
import type { Range } from '../text/range.ts';

/**
 * Findings of an earlier text that also hold for a later one as far as can be told without running the rules again: those in
 * paragraphs that no change touches, moved to where these stand now. Shown for the moments until the rules have run.
 */
export function carryOver(findings: readonly Finding[], before: string, after: string): Finding[] {
  const kept = commonPrefix(before, after);
  const tail = commonSuffix(before, after, kept);
  const headEnd = before.lastIndexOf('\n', Math.max(0, kept - 1)) + 1;
  const tailStart = nextLine(before, before.length - tail);
  const by = after.length - before.length;
  return findings.flatMap((finding) => {
    if (wholeOf(finding).every(([, end]) => end < headEnd)) return [finding];
    return wholeOf(finding).every(([start]) => start >= tailStart) ? [moved(finding, by)] : [];
  });
}

function wholeOf({ range, fix, suggestions, related }: Finding): readonly Range[] {
  const edits = [...(fix ? [fix] : []), ...suggestions.map(({ edit }) => edit)];
  return [range, ...edits.map((edit) => edit.range), ...related.filter((it) => !it.filePath).map((it) => it.range)];
}

function moved(finding: Finding, by: number): Finding {
  const shift = ([start, end]: Range): Range => [start + by, end + by];
  const { range, fix, suggestions, related } = finding;
  return {
    ...finding,
    range: shift(range),
    ...(fix ? { fix: { ...fix, range: shift(fix.range) } } : {}),
    suggestions: suggestions.map(({ message, edit }) => ({ message, edit: { ...edit, range: shift(edit.range) } })),
    related: related.map((place) => (place.filePath ? place : { ...place, range: shift(place.range) })),
  };
}

/** Length of the longest common beginning. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** Length of the longest common end that leaves the first `from` characters alone. */
export function commonSuffix(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  return length;
}

function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length + 1 : at + 1;
}
