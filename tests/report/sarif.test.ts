import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { formatSarif, type SarifOptions } from '../../src/report/sarif.ts';
import { article, EVERYTHING, finding, many } from '../support/results.ts';

// The OASIS schema as it was approved, in the copy of Microsoft's matcher for tests.
const require = createRequire(import.meta.url);
const SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

const OPTIONS: SarifOptions = {
  version: '0.1.0',
  locale: 'ja',
  rules: [
    {
      ruleId: 'koetsu/broken-sentences',
      severity: 'error',
      description: { ja: '途中で切れた文を見つけます。', en: 'Flags sentences that stop mid-way.' },
      page: '# broken-sentences\n\nFlags sentences\nthat stop.\n\n## Bad\n',
      docs: 'https://example.com/rules/broken-sentences',
    },
  ],
};

const reportOf = (...given: Parameters<typeof formatSarif>) => JSON.parse(formatSarif(...given));
const runOf = (...given: Parameters<typeof formatSarif>) => reportOf(...given).runs[0];

describe('SARIF', () => {
  it('is valid under the OASIS schema', () => {
    for (const results of [EVERYTHING, [], [article([])]]) {
      const report = reportOf(results, OPTIONS);
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    }
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('puts the severest first and names rules by index', () => {
    const run = runOf(EVERYTHING, OPTIONS);
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'error', 'warning', 'note']);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.invocations[0].executionSuccessful).toBe(false);
  });

  it('describes rules, with the help of their page', () => {
    const [known, other] = runOf(EVERYTHING, OPTIONS).tool.driver.rules;
    expect(known).toMatchObject({
      name: 'BrokenSentences',
      shortDescription: { text: '途中で切れた文を見つけます。' },
      help: { text: expect.stringContaining('Flags sentences that stop.'), markdown: OPTIONS.rules[0]?.page },
      helpUri: 'https://example.com/rules/broken-sentences',
      defaultConfiguration: { level: 'error' },
    });
    expect(other).toMatchObject({ id: 'internal-error', help: { text: expect.any(String) } });
  });

  it('gives places, related places and fixes', () => {
    const [result] = runOf(EVERYTHING, OPTIONS).results;
    const src = (uri: string) => ({ uri, uriBaseId: '%SRCROOT%' });
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: src('posts/a.md'),
      region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 8, charOffset: 7, charLength: 5 },
    });
    expect(result.relatedLocations.map((place: { physicalLocation: object }) => place.physicalLocation)).toEqual([
      {
        artifactLocation: src('posts/a.md'),
        region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4, charOffset: 0, charLength: 3 },
      },
      // The byte order mark is not counted.
      {
        artifactLocation: src('posts/b%20c.md'),
        region: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 6, charOffset: 8, charLength: 4 },
      },
      { artifactLocation: src('posts/unknown.md') },
    ]);
    expect(result.message.text).toContain('[関連 1](1) [関連 2](2) [関連 3](3)');
    expect(
      result.fixes.map(
        ({ artifactChanges: [change] }: { artifactChanges: [{ replacements: object[] }] }) => change.replacements[0],
      ),
    ).toMatchObject([
      { deletedRegion: { charOffset: 7, charLength: 1 }, insertedContent: { text: '野（や）' } },
      { deletedRegion: { charOffset: 5, charLength: 7 }, insertedContent: { text: '' } },
      { deletedRegion: { charOffset: 12, charLength: 0 }, insertedContent: { text: '…' } },
    ]);
    expect(result.partialFingerprints).toEqual({ 'koetsu/v1': '0123456789abcdef' });
  });

  it('gives absolute paths as file URIs', () => {
    const uriOf = (filePath: string) =>
      runOf([article([finding()], { filePath })], OPTIONS).results[0].locations[0].physicalLocation.artifactLocation;
    expect(uriOf('/tmp/記 事.md')).toEqual({ uri: 'file:///tmp/%E8%A8%98%20%E4%BA%8B.md' });
    expect(uriOf('C:/x/a.md')).toEqual({ uri: 'file:///C:/x/a.md' });
    expect(uriOf('<stdin>')).toEqual({ uri: '%3Cstdin%3E', uriBaseId: '%SRCROOT%' });
  });

  it('makes no link of a link that the article has', () => {
    const [result] = runOf([article([finding({ message: '「[a](1)」は切れています。' })])], OPTIONS).results;
    expect(result.message.text).toBe('「[a] (1)」は切れています。');
  });

  it('says that GitHub shows 5,000 results only', () => {
    const run = runOf([article(many(5_001))], OPTIONS);
    expect(run.results).toHaveLength(5_001);
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([{ descriptor: { id: 'results-not-shown' } }]);
  });

  it('keeps the 25,000 severest results and says so', () => {
    const run = runOf([article([...many(10_000, { severity: 'info' }), ...many(15_001)])], OPTIONS);
    expect(run.results).toHaveLength(25_000);
    expect(run.results[15_000].level).toBe('error');
    expect(run.results[15_001].level).toBe('note');
    expect(run.invocations[0].toolExecutionNotifications[0]).toMatchObject({
      level: 'warning',
      message: { text: expect.stringContaining('25,001') },
    });
  });

  it('keeps 1,000 related places of a result and says so', () => {
    const related = Array.from({ length: 1_001 }, () => ({ range: [0, 1] as const, message: 'ここです。' }));
    const run = runOf([article([finding({ related })])], OPTIONS);
    expect(run.results[0].relatedLocations).toHaveLength(1_000);
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([{ descriptor: { id: 'locations-left-out' } }]);
  });
});
