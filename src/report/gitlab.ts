import type { FileResult, Severity } from '../lint/finding.ts';
import { placesIn } from './places.ts';
import { safeJson } from './printable.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * GitLab's Code Quality report: a JSON array, one finding an entry. GitLab compares two reports by fingerprint, so each is unique
 * within the report; a second finding with the same one gets a number. Paths have to be relative to the repository.
 */
export function formatGitlab(results: readonly FileResult[]): string {
  const unique = uniqueNames();
  const issues = results.flatMap(({ filePath, text, findings }) => {
    const placeOf = placesIn(text);
    return findings.map(({ message, ruleId, severity, fingerprint, range }) => {
      const { start, end } = placeOf(range);
      return {
        description: message,
        check_name: ruleId,
        fingerprint: unique(fingerprint),
        severity: LEVEL[severity],
        location: { path: filePath, lines: { begin: start.line, end: end.line } },
      };
    });
  });
  return `${safeJson(issues, 1)}\n`;
}

/** Gives every name back the first time, and with `-2`, `-3` … after it. */
function uniqueNames(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}
