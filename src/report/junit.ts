import type { FileResult, Finding } from '../lint/finding.ts';
import { type Place, placesIn } from './places.ts';
import { element, xmlText } from './xml.ts';

/**
 * JUnit's XML, valid under the schema of Ant's JUnit task: an article is a suite, a finding a test case that failed; an article
 * without errors and warnings is one case that passed. What could not be processed is an error. Findings of severity info fail
 * nothing and stand in `system-out`. `now` is the time of the run, given in UTC.
 */
export function formatJunit(results: readonly FileResult[], now: Date): string {
  const timestamp = now.toISOString().slice(0, 19);
  const suites = results.map((result, id) => suiteOf(result, id, timestamp));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', {}, suites)}\n`;
}

function suiteOf({ filePath, text, findings }: FileResult, id: number, timestamp: string): string {
  const placeOf = placesIn(text);
  const failed = findings.filter((finding) => finding.severity !== 'info');
  const errors = failed.filter(isBroken).length;
  const cases = failed.map((finding) => caseOf(finding, filePath, placeOf(finding.range)));
  const passed = element('testcase', { name: filePath, classname: filePath, time: 0 });
  const notes = findings
    .filter((finding) => finding.severity === 'info')
    .map((finding) => described(finding, filePath, placeOf(finding.range)));
  return element(
    'testsuite',
    {
      name: filePath,
      package: 'koetsu',
      id,
      timestamp,
      hostname: 'localhost',
      tests: Math.max(1, failed.length),
      failures: failed.length - errors,
      errors,
      time: 0,
    },
    [
      element('properties', {}, [element('property', { name: 'tool', value: 'koetsu' })]),
      ...(cases.length > 0 ? cases : [passed]),
      element('system-out', {}, xmlText(notes.join('\n'))),
      element('system-err', {}),
    ],
  );
}

function caseOf(finding: Finding, filePath: string, place: Place): string {
  const { ruleId, severity, message } = finding;
  const { line, column } = place.start;
  const kind = isBroken(finding) ? 'error' : 'failure';
  return element('testcase', { name: `${ruleId} (${line}:${column})`, classname: filePath, time: 0 }, [
    element(kind, { message, type: severity }, xmlText(described(finding, filePath, place))),
  ]);
}

function described({ severity, message, ruleId, docs }: Finding, filePath: string, { start }: Place): string {
  const where = `${filePath}:${start.line}:${start.column}`;
  return `${where}: ${severity}: ${message} [${ruleId}]${docs ? `\n${docs}` : ''}`;
}

function isBroken(finding: Finding): boolean {
  return finding.ruleId === 'internal-error';
}
