import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { record } from '../support/reliability.ts';
import { CACHE } from '../support/run.ts';

/** Seconds; the parsers of the installed rules, and some of the rules, take minutes for some of these. */
const TIME_LIMIT = 5;

const WELL = '---\ntitle: 港の話\n---\n\n港が開いた。\n';
const nested = (open: string, inner: string, close: string, times: number): string =>
  open.repeat(times) + inner + close.repeat(times);

/** Each far beyond what an author writes: a hundred thousand levels, a megabyte in one line. */
const HOSTILE: Readonly<Record<string, string>> = {
  'YAML lists': `---\na: ${'['.repeat(150_000)}\n---\n\n文です。\n`,
  'TOML lists': `+++\na = ${'['.repeat(150_000)}\n+++\n\n文です。\n`,
  'JSON maps': `;;;\n${'{"a":'.repeat(100_000)}\n;;;\n\n文です。\n`,
  aliases: `---\na0: &a0 [x]\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\n---\n`,
  quotes: `${'> '.repeat(100_000)}あ\n`,
  lists: `${'- '.repeat(100_000)}あ\n`,
  footnotes: `${'[^1]: '.repeat(100_000)}あ\n`,
  emphasis: `${nested('*a _b ', 'c', '_ d*', 1500)}\n`,
  brackets: `${nested('[', 'a', ']', 100_000)}\n`,
  'Japanese brackets': `${nested('「', 'あ', '」', 100_000)}。\n`,
  'images in links': `${nested('[![a](b)', '', '](c)', 3000)}\n`,
  'deep items': `${Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')}\n`,
  HTML: `${'<div>'.repeat(100_000)}\n`,
  'one line': `${'あ'.repeat(350_000)}。\n`,
  'one fence': `${'`'.repeat(1_000_000)}\na\n`,
};

describe('hostile articles', () => {
  beforeAll(buildOnce);

  it('cost one finding each at most, and neither the run nor the article beside them', () => {
    const names = Object.keys(HOSTILE);
    const files = Object.fromEntries(Object.entries(HOSTILE).map(([name, text]) => [`${name}.md`, text]));
    const root = folderWith({ '.textlintrc.json': '{}', ...files, 'well.md': WELL });
    const { status, signal, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'dist/src/cli/bin.js'), 'check', '.', '--time-limit', String(TIME_LIMIT), '-f', 'json=out.json'],
      { cwd: root, encoding: 'utf8', env: { ...process.env, KOETSU_CACHE: CACHE } },
    );
    expect([signal, status]).toEqual([null, 3]);
    expect(stderr).not.toMatch(/^\s+at /m);
    const results: { filePath: string; messages: { ruleId: string }[] }[] = JSON.parse(
      readFileSync(join(root, 'out.json'), 'utf8'),
    );
    const found = new Map(results.map(({ filePath, messages }) => [basename(filePath, '.md'), messages]));
    expect([...found.keys()].sort()).toEqual([...names, 'well'].sort());
    const cutOff = names.filter((name) => found.get(name)?.some(({ ruleId }) => ruleId === 'internal-error'));
    for (const name of cutOff) expect(found.get(name)).toHaveLength(1);
    expect(found.get('well')?.filter(({ ruleId }) => ruleId === 'internal-error')).toEqual([]);
    record('hostile-articles', { articles: names.length, runsLost: 0, cutOffByTheTimeLimit: cutOff.length });
  });
});
