import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { formatGitlab } from '../../src/report/gitlab.ts';
import { article, EVERYTHING, many } from '../support/results.ts';

/** What GitLab asks of an entry: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const REPORT = v.array(
  v.object({
    description: v.pipe(v.string(), v.nonEmpty()),
    check_name: v.pipe(v.string(), v.nonEmpty()),
    fingerprint: v.pipe(v.string(), v.nonEmpty()),
    severity: v.picklist(['info', 'minor', 'major', 'critical', 'blocker']),
    location: v.object({
      path: v.pipe(
        v.string(),
        v.check((path) => !path.startsWith('./')),
      ),
      lines: v.object({ begin: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    }),
  }),
);

describe('GitLab Code Quality', () => {
  it('has what GitLab asks for', () => {
    const issues = v.parse(REPORT, JSON.parse(formatGitlab(EVERYTHING)));
    expect(issues.map(({ severity, location }) => [severity, location.path, location.lines.begin])).toEqual([
      ['info', 'posts/a.md', 3],
      ['major', 'posts/a.md', 3],
      ['minor', 'posts/b c.md', 1],
      ['major', '/elsewhere/壊れた.md', 1],
    ]);
    expect(JSON.parse(formatGitlab([]))).toEqual([]);
  });

  it('gives no fingerprint twice', () => {
    const findings = many(3, { fingerprint: 'same' });
    const issues = v.parse(
      REPORT,
      JSON.parse(formatGitlab([article(findings), article(findings, { filePath: 'b.md' })])),
    );
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(6);
    expect(issues[0]?.fingerprint).toBe('same');
  });
});
