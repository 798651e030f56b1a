import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archive } from '../../src/cli/archive.ts';
import { folderWith } from '../support/folder.ts';
import { CACHE, only, run } from '../support/run.ts';

const ARTICLE = '---\ntitle: 試験\nreading_time: 60\n---\n\n短い本文です。これで終わります。\n';
const CONFIG = only({ 'reading-time-mismatch': true });
const SITE = { '.textlintrc.json': CONFIG, 'posts/a.md': ARTICLE, 'posts/b.md': ARTICLE, 'notes.txt': '大切なメモ' };

describe('no output takes the place of', () => {
  it.each([
    ['an article', ['check', 'posts', '-f', 'json=posts/a.md']],
    ['an article of an archive', ['archive', '-f', 'jsonl=posts/a.md']],
    ['an article by the HTML report', ['archive', '--report', 'posts/a.md']],
    ['an article by a blob', ['archive', '--blob', 'posts/a.md']],
    ['an article through a link', ['check', 'posts', '-f', 'json=link.md']],
    ['the configuration', ['check', 'posts', '-f', 'json=.textlintrc.json']],
    ['the baseline', ['check', 'posts', '-f', 'json=.koetsu-baseline.json']],
    ['another file by a blob', ['archive', '--blob', 'notes.txt']],
    ['an article by a baseline', ['baseline', '--baseline', 'posts/a.md']],
    ['a blob that is joined', ['merge', 'all.blob', '--report', 'all.blob']],
  ])('%s', async (_, argv) => {
    const root = folderWith(SITE);
    writeFileSync(join(root, '.koetsu-baseline.json'), '{ "version": 1, "findings": [] }\n');
    symlinkSync('posts/a.md', join(root, 'link.md'));
    writeFileSync(join(root, 'all.blob'), 'a blob');
    const before = contentsOf(root);
    const { code } = await run([...argv, ...(argv[0] === 'baseline' ? [] : ['--no-baseline'])], root);
    expect(code).toBe(2);
    expect(contentsOf(root)).toEqual(before);
  });

  it('an earlier report in Markdown among the articles may be replaced', async () => {
    const root = folderWith(SITE);
    for (let i = 0; i < 2; i++) {
      const { code, stderr } = await run(['check', '-f', 'markdown=report.md'], root);
      expect([code, stderr]).toEqual([1, '']);
    }
    expect(readFileSync(join(root, 'report.md'), 'utf8')).toMatch(/^### koetsu/);
  });

  it('an earlier blob may be replaced', async () => {
    const root = folderWith(SITE);
    for (let i = 0; i < 2; i++) expect((await run(['archive', '--blob', 'all.blob'], root)).code).toBe(1);
  });
});

describe('a run that is interrupted', () => {
  it.each([[['-f', 'json=out']], [['-f', 'jsonl=out']], [['--report', 'out']], [['--blob', 'out']]])(
    'leaves no report: %s',
    async (argv) => {
      const root = folderWith(SITE);
      const interrupt = new AbortController();
      const nowhere = { write: () => true };
      const option = (name: string): string | undefined => (argv[0] === name ? argv[1] : undefined);
      // Ctrl-C comes when the first article is done.
      const stderr = { write: () => interrupt.abort() };
      const streams = {
        cwd: root,
        stdout: nowhere,
        stderr,
        readStdin: async () => new Uint8Array(),
        env: { KOETSU_CACHE: CACHE },
        now: new Date('2026-11-01T00:00:00Z'),
        catchInterrupt: () => {
          setTimeout(() => interrupt.abort(), 0);
          return interrupt.signal;
        },
      };
      const format = option('-f');
      const outcome = await archive(
        ['posts'],
        { format: format ? [format] : [], ...defined({ report: option('--report'), blob: option('--blob') }) },
        streams,
      );
      expect(outcome).toEqual({ code: 130 });
      expect(existsSync(join(root, 'out'))).toBe(false);
      expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    },
  );
});

function defined(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function contentsOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}
