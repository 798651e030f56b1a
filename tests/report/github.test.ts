import { describe, expect, it } from 'vitest';
import { formatGithub } from '../../src/report/github.ts';
import { article, EVERYTHING, finding, many } from '../support/results.ts';
import { commandsIn } from '../support/workflow-commands.ts';

const OPTIONS = { locale: 'ja', verbose: false } as const;
const namesIn = (log: string) => commandsIn(log).map(({ name }) => name);

describe('GitHub annotations', () => {
  it('annotates the severest first; columns only within a line', () => {
    const log = formatGithub(EVERYTHING, OPTIONS);
    expect(commandsIn(log).map(({ name, properties }) => [name, properties])).toEqual([
      [
        'error',
        { file: 'posts/a.md', line: '3', endLine: '3', col: '3', endColumn: '8', title: 'koetsu/broken-sentences' },
      ],
      [
        'error',
        { file: '/elsewhere/壊れた.md', line: '1', endLine: '1', col: '1', endColumn: '1', title: 'internal-error' },
      ],
      ['warning', { file: 'posts/b c.md', line: '1', endLine: '3', title: 'koetsu/broken-sentences' }],
    ]);
    expect(commandsIn(log)[0]?.data.split('\n')).toEqual([
      '「途中で」で文が切れています。最後まで書いてください。',
      '関連 posts/a.md:1 もう1つの箇所です。',
      '関連 posts/b c.md:3 別の記事です。',
      '関連 posts/unknown.md: 読んでいない記事です。',
      'https://example.com/rules/broken-sentences',
    ]);
    expect(log).toMatch(/\n4件の記事: エラー2件、警告1件、情報1件\n$/);
  });

  it('annotates information if asked to', () => {
    expect(namesIn(formatGithub(EVERYTHING, { ...OPTIONS, verbose: true }))).toEqual([
      'error',
      'error',
      'warning',
      'notice',
    ]);
  });

  it('announces what GitHub would cut, and puts it into the log', () => {
    const log = formatGithub([article([...many(12, { severity: 'warning' }), ...many(11)])], OPTIONS);
    const [notice, ...others] = commandsIn(log);
    expect(notice).toMatchObject({
      name: 'notice',
      data: expect.stringMatching(/^23件の指摘のうち、重大なものから20件を/),
    });
    expect(others.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'warning'),
      'group',
      'endgroup',
    ]);
    expect(log.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3);
    expect(log).toContain('- posts/a.md:1:1: error: ');
  });

  it('leaves room for its own notice among the notices', () => {
    const log = formatGithub([article(many(30, { severity: 'info' }))], { ...OPTIONS, verbose: true });
    expect(namesIn(log).filter((name) => name === 'notice')).toHaveLength(10);
  });

  it('lets no text of an article become a command', () => {
    const message = '::stop-commands::x\n::error::y\r##[add-matcher]z';
    const findings = many(11, { message });
    const log = formatGithub([article(findings, { filePath: '::error file=a,line=1::b\n::debug::.md' })], OPTIONS);
    expect(namesIn(log)).toEqual(['notice', ...Array.from({ length: 10 }, () => 'error'), 'group', 'endgroup']);
    for (const line of log.split('\n').filter((it) => !it.startsWith('::'))) expect(line).not.toContain('##[');
    expect(commandsIn(log)[1]?.data.startsWith(message)).toBe(true);
  });

  it('says that there is nothing', () => {
    expect(formatGithub([article([])], OPTIONS)).toBe('1件の記事に問題は見つかりませんでした。\n');
    expect(formatGithub([article([finding()])], { ...OPTIONS, locale: 'en' })).toContain('1 article: 1 error');
  });
});
