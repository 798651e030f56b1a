import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, writeInto } from '../support/folder.ts';
import { only, run } from '../support/run.ts';

const rules = { 'reading-time-mismatch': true, 'generation-artifacts': true } as const;
const CONFIG = only(rules);

const body = '駅から店までは歩いて五分です。広場には木が並び、朝は市が立ちます。\n\n';
const article = (title: string, minutes: number, rest = ''): string =>
  `---\ntitle: ${title}\nreading_time: ${minutes}\n---\n\n${body.repeat(20)}${rest}`;

const SITE = {
  '.textlintrc.json': CONFIG,
  'posts/a.md': article('駅前の店', 60),
  'posts/b.md': article('駅裏の店', 2),
  'posts/c.md': article('港の店', 50, '---END---\n'),
};
const FILE = '.koetsu-baseline.json';

interface Entry {
  readonly ruleId: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly message: string;
  readonly reason?: string;
}

const entriesIn = (root: string, file = FILE): Entry[] => JSON.parse(readFileSync(join(root, file), 'utf8')).findings;
const named = (entries: readonly Entry[]): string[] => entries.map(({ path, ruleId }) => `${path} ${ruleId}`);

/** Writes the reason of the first entry. */
function giveReason(root: string, reason: string): void {
  const [first, ...others] = entriesIn(root);
  writeFileSync(join(root, FILE), JSON.stringify({ version: 1, findings: [{ ...first, reason }, ...others] }));
}

const ALL = [
  'posts/a.md koetsu/reading-time-mismatch',
  'posts/c.md koetsu/generation-artifacts',
  'posts/c.md koetsu/reading-time-mismatch',
];

describe('koetsu baseline', () => {
  it('records what there is, one entry a line, sorted; check reports nothing of it', async () => {
    const root = folderWith(SITE);
    const ran = await run(['baseline'], root);
    expect(ran).toEqual({ code: 0, stderr: '', stdout: `${FILE}: 3件を記録しています（追加 3・解消 0）。\n` });
    expect(named(entriesIn(root))).toEqual(ALL);
    const lines = readFileSync(join(root, FILE), 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('    {"ruleId":'))).toHaveLength(3);
    const checked = await run(['check'], root);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain('ベースラインにある指摘3件は省略しました。');
    expect((await run(['archive', 'posts'], root)).code).toBe(0);
    expect((await run(['check', '--no-baseline'], root)).code).toBe(1);
    expect((await run(['archive', '--no-baseline'], root)).code).toBe(1);
  });

  it('keeps the identity of findings whose lines move, and lets new ones fail', async () => {
    const root = folderWith(SITE);
    await run(['baseline'], root);
    writeInto(root, { 'posts/c.md': SITE['posts/c.md'].replace('\n---\n', '\n---\n\n夕方は川を歩きます。\n') });
    expect((await run(['check'], root)).code).toBe(0);
    writeInto(root, { 'posts/b.md': article('駅裏の店', 40) });
    const ran = await run(['check', '-f', 'compact'], root);
    expect(ran.code).toBe(1);
    expect(ran.stdout.trim().split('\n')).toEqual([expect.stringMatching(/^posts\/b\.md:3:/)]);
    expect(ran.stderr).toContain('ベースラインにある指摘3件');
    const archived = await run(['archive', 'posts', '-f', 'json'], root);
    expect(archived.code).toBe(1);
    expect(JSON.parse(archived.stdout).flatMap((file: { messages: unknown[] }) => file.messages)).toHaveLength(1);
    expect(archived.stderr).toContain('ベースラインにある指摘3件');
  });

  it('reports what is fixed, and prunes it', async () => {
    const root = folderWith(SITE);
    await run(['baseline'], root);
    giveReason(root, '取材中');
    writeInto(root, { 'posts/c.md': article('港の店', 2, '---END---\n'), 'posts/b.md': article('駅裏の店', 40) });
    const ran = await run(['check', 'posts/c.md'], root);
    expect(ran.stdout).toContain('ベースラインの1件は解消しています（koetsu baseline --prune で消せます）。');
    const pruned = await run(['baseline', '--prune'], root);
    expect(pruned.stdout).toContain('2件を記録しています（追加 0・解消 1）');
    expect(named(entriesIn(root))).toEqual(ALL.slice(0, 2));
    expect(entriesIn(root)[0]?.reason).toBe('取材中');
    rmSync(join(root, 'posts/a.md'));
    expect((await run(['check'], root)).stdout).toContain('ベースラインの1件は解消しています');
    await run(['baseline', '--prune', 'posts/b.md'], root);
    expect(named(entriesIn(root))).toEqual(ALL.slice(1, 2));
  });

  it('keeps reasons, and the entries of articles that it did not look at, when it records anew', async () => {
    const root = folderWith(SITE);
    await run(['baseline'], root);
    giveReason(root, '歌詞のため');
    writeInto(root, { 'posts/b.md': article('駅裏の店', 40), 'posts/c.md': article('港の店', 2) });
    const ran = await run(['baseline', 'posts/b.md', '--locale', 'en'], root);
    expect(ran.stdout).toBe(`${FILE}: 4 findings recorded (1 added, 0 fixed).\n`);
    await run(['baseline'], root);
    expect(named(entriesIn(root))).toEqual([ALL[0], 'posts/b.md koetsu/reading-time-mismatch']);
    expect(entriesIn(root).map(({ reason }) => reason)).toEqual(['歌詞のため', undefined]);
    const before = readFileSync(join(root, FILE), 'utf8');
    await run(['baseline'], root);
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(before);
  });

  it('covers what shows across articles', async () => {
    const root = folderWith({ ...SITE, 'posts/d.md': article('駅前の店', 2), 'posts/a.md': article('駅前の店', 2) });
    await run(['baseline'], root);
    const across = named(entriesIn(root)).filter((name) => name.includes(' archive/'));
    expect(across.length).toBeGreaterThan(0);
    expect((await run(['check'], root)).stdout).not.toContain('解消');
    expect((await run(['archive', '-f', 'compact'], root)).stdout).toBe('');
    await run(['baseline', 'posts'], root);
    expect(named(entriesIn(root)).filter((name) => name.includes(' archive/'))).toEqual(across);
  });

  it('lies where the configuration or the option says, relative to each', async () => {
    const config = only(rules, { baseline: 'lint/known.json' });
    const root = folderWith({ ...SITE, '.textlintrc.json': config, 'lint/x.txt': '' });
    const missing = await run(['check', 'a.md', '--locale', 'en'], join(root, 'posts'));
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('There is no baseline')]);
    expect((await run(['baseline', '.'], join(root, 'posts'))).stdout).toContain(join(root, 'lint/known.json'));
    expect(named(entriesIn(root, 'lint/known.json'))).toEqual(ALL);
    expect((await run(['check', 'a.md'], join(root, 'posts'))).code).toBe(0);
    await run(['baseline', 'a.md', '--baseline', 'mine.json'], join(root, 'posts'));
    expect(entriesIn(root, 'posts/mine.json')).toHaveLength(1);
    expect((await run(['check', '--baseline', 'posts/mine.json'], root)).code).toBe(1);
    expect((await run(['archive', '--baseline', 'none.json'], root)).code).toBe(2);
  });

  it.each([
    ['no JSON', '<<<<<<< HEAD\n{}', 'not JSON'],
    ['another version', '{ "version": 2, "findings": [] }', 'version'],
    [
      'an entry without a fingerprint',
      '{ "version": 1, "findings": [{ "ruleId": "a", "path": "b", "message": "c" }] }',
      'findings.0.fingerprint',
    ],
    ['a typing mistake', '{ "version": 1, "findings": [], "finding": [] }', 'finding'],
  ])('a broken baseline is a mistake: %s', async (_, text, reason) => {
    const root = folderWith({ ...SITE, [FILE]: text });
    for (const command of [['check'], ['archive'], ['baseline'], ['baseline', '--prune']]) {
      const ran = await run([...command, '--locale', 'en'], root);
      expect([ran.code, ran.stdout]).toEqual([2, '']);
      expect(ran.stderr).toContain(FILE);
      expect(ran.stderr).toContain(reason);
    }
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(text);
  });

  it('does not record a file that cannot be checked, and keeps what is known of it', async () => {
    const root = folderWith(SITE);
    await run(['baseline'], root);
    writeInto(root, { 'posts/a.md': Uint8Array.from([0xff, 0xfe, 0x42, 0x30]) });
    const ran = await run(['baseline'], root);
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('posts/a.md: UTF-8')]);
    expect(named(entriesIn(root))).toEqual(ALL);
    expect((await run(['check'], root)).code).toBe(3);
  });

  it('cannot prune what is not there', async () => {
    const ran = await run(['baseline', '--prune'], folderWith(SITE));
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('ベースラインがまだありません')]);
  });
});
