import type { Finding } from './finding.ts';
import { contextOf, fingerprintsOf } from './fingerprint.ts';

/** An article at one time. */
export interface Revision {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What became of the findings of an article from one revision to the next. */
export interface Comparison {
  /** Findings of the new revision, in its order. */
  readonly added: readonly Finding[];
  /** Findings of the old revision, in its order. */
  readonly fixed: readonly Finding[];
  /** How many are in both. */
  readonly kept: number;
}

/**
 * Compares the findings of two revisions of an article whose name is `path` now (relative to the configuration). Equal are
 * first those of one fingerprint, then those of one rule and text of which at least one side reads as before: a changed title
 * does not make a new finding of the date below it.
 */
export function compareFindings(before: Revision, after: Revision, path: string): Comparison {
  const named = before.findings.map(({ ruleId, range }) => ({ ruleId, path, range }));
  const old = fingerprintsOf(named, before.text).map((print, i) => [print, before.findings[i]] as const);
  const left = new Map(old.flatMap(([print, finding]) => (finding ? [[print, finding] as const] : [])));
  const changed = after.findings.filter(({ ruleId, fingerprint }) => {
    const isKept = left.get(fingerprint)?.ruleId === ruleId;
    if (isKept) left.delete(fingerprint);
    return !isKept;
  });
  const fixed = new Set(left.values());
  const bySides = findingsBySides([...fixed], before.text);
  const added = changed.filter((finding) => {
    const same = sidesOf(finding, after.text)
      .flatMap((key) => bySides.get(key) ?? [])
      .find((candidate) => fixed.has(candidate));
    if (same) fixed.delete(same);
    return !same;
  });
  return {
    added,
    fixed: before.findings.filter((finding) => fixed.has(finding)),
    kept: after.findings.length - added.length,
  };
}

function findingsBySides(findings: readonly Finding[], text: string): Map<string, Finding[]> {
  const bySides = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const key of sidesOf(finding, text)) {
      const same = bySides.get(key) ?? [];
      same.push(finding);
      bySides.set(key, same);
    }
  }
  return bySides;
}

/** Rule and text of a finding, once with what stands before it and once with what follows. */
function sidesOf({ ruleId, range }: Finding, text: string): string[] {
  const [before, own, after] = contextOf(range, text);
  return [['<', ruleId, before, own].join('\0'), ['>', ruleId, own, after].join('\0')];
}
