import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isInShard, readShard } from '../../src/archive/shard.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { only, type Ran, run } from '../support/run.ts';

const CONFIG = only({ 'broken-sentences': true, 'incomplete-front-matter': true });

const prose = (seed: string): string =>
  Array.from(
    { length: 9 },
    (_, i) => `${seed}の${i}番目の話として、駅前の古い店で聞いたことを短くまとめておきたい。`,
  ).join('\n\n');

/** Articles with findings of their own and across: one title twice, one text twice, a cut sentence each. */
function files(count = 12): Record<string, string> {
  const article = (i: number): string =>
    `---\ntitle: "店の話${i % 9}"\ndate: 2026-01-${String(i + 1).padStart(2, '0')}\n---\n\n${prose(`話${i % 7}`)}\n\n店主によると、これから\n`;
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`posts/${i % 3}/記事${i}.md`, article(i)]));
}

const site = (more: Record<string, string> = {}): string =>
  folderWith({ '.textlintrc.json': CONFIG, ...files(), ...more });

async function shards(root: string, count: number, more: readonly string[] = []): Promise<string[]> {
  const blobs: string[] = [];
  for (let i = 1; i <= count; i++) {
    const blob = `${i}.blob`;
    const ran = await run(['archive', '--shard', `${i}/${count}`, '--blob', blob, '--no-cache', ...more], root);
    expect(ran.code, ran.stderr).toBeLessThan(2);
    blobs.push(blob);
  }
  return blobs;
}

const archive = (root: string, ...more: string[]): Promise<Ran> => run(['archive', '--no-cache', ...more], root);
const merge = (root: string, ...more: string[]): Promise<Ran> => run(['merge', '--locale', 'ja', ...more], root);

describe('shards', () => {
  it('give the report of the whole archive when they are merged, in any order and format', async () => {
    const root = site();
    const [a, b, c] = (await shards(root, 3)) as [string, string, string];
    for (const format of ['json', 'jsonl', 'text', 'sarif', 'markdown']) {
      const whole = await archive(root, '--max-warnings', '0', '--format', format);
      expect(whole.code).toBe(1);
      expect(await merge(root, c, a, b, '--max-warnings', '0', '--format', format)).toEqual(whole);
    }
    expect((await merge(root, b, c, a, '--format', 'json')).stdout).toContain('archive/duplicate-article');
  });

  it('tell of the shard what is found in its own articles', async () => {
    const root = site();
    const ran = await archive(root, '--shard', '1/3', '--blob', 'x.blob', '--format', 'json', '--quiet');
    const names = JSON.parse(ran.stdout).map(({ filePath }: { filePath: string }) => filePath.slice(root.length + 1));
    expect(names).toEqual(
      Object.keys(files())
        .filter((name) => isInShard(name, { index: 1, count: 3 }))
        .sort(),
    );
    expect(ran.stdout).not.toContain('archive/');
    expect(readdirSync(root).filter((name) => name.startsWith('x.'))).toEqual(['x.blob']);
  });

  it('are one without --shard, and may hold nothing', async () => {
    const root = folderWith({ '.textlintrc.json': CONFIG, 'a.md': '---\ntitle: "話"\n---\n\n短い話です。\n' });
    expect((await archive(root, '--blob', 'all.blob')).code).toBe(0);
    expect(await merge(root, 'all.blob', '--format', 'json')).toEqual(await archive(root, '--format', 'json'));
    const blobs = await shards(root, 4);
    expect(await merge(root, ...blobs, '--format', 'json')).toEqual(await archive(root, '--format', 'json'));
  });

  it('know the baseline when they are merged', async () => {
    const root = site();
    expect((await run(['baseline'], root)).code).toBe(0);
    const blobs = await shards(root, 2);
    const whole = await archive(root, '--format', 'json');
    expect(whole).toMatchObject({ code: 0, stderr: expect.stringContaining('省略しました') });
    expect(await merge(root, ...blobs, '--format', 'json')).toEqual(whole);
    expect((await merge(root, ...blobs, '--no-baseline', '--max-warnings', '0')).code).toBe(1);
  });

  it('speak the language that they were made in', async () => {
    const root = site();
    const blobs = await shards(root, 2, ['--locale', 'en']);
    expect((await run(['merge', ...blobs], root)).stdout).toEqual((await archive(root, '--locale', 'en')).stdout);
    expect(await merge(root, ...blobs)).toMatchObject({ code: 2, stderr: expect.stringContaining('--locale en') });
  });

  it('stay where they are when articles are added', () => {
    const shardOf = (name: string): number => [1, 2, 3, 4].findIndex((index) => isInShard(name, { index, count: 4 }));
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 400; i++) counts[shardOf(`posts/${i}.md`)] = (counts[shardOf(`posts/${i}.md`)] ?? 0) + 1;
    for (const count of counts) expect(count).toBeGreaterThan(60);
  });

  it('are numbers from 1 to their total', () => {
    expect(readShard('2/3')).toEqual({ index: 2, count: 3 });
    for (const wrong of ['0/3', '4/3', '1', '1/0', '-1/3', '1/3/5', 'a/b', '1/9999', ''])
      expect(readShard(wrong)).toBeUndefined();
  });
});

describe('merge refuses', () => {
  it('arguments of archive that make no sense', async () => {
    const root = site();
    for (const wrong of [
      ['--shard', '1/3'],
      ['--shard', '4/3', '--blob', 'x'],
      ['--stdin-jsonl', '--blob', 'x'],
    ])
      expect(await archive(root, ...wrong)).toMatchObject({ code: 2, stdout: '' });
    const nowhere = await archive(root, '--blob', 'gone/x.blob');
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('gone/x.blob: ファイルを書けません') });
  });

  it('shards that are missing, twice there or of another number', async () => {
    const root = site();
    const [a, b, c] = (await shards(root, 3)) as [string, string, string];
    await archive(root, '--shard', '2/4', '--blob', 'other.blob');
    const refused = (...blobs: string[]) => merge(root, ...blobs);
    expect(await refused(a, b)).toMatchObject({ code: 2, stdout: '', stderr: 'koetsu: シャード 3/3 がありません。\n' });
    expect((await refused(a, b, b)).stderr).toContain('シャード 2/3 は');
    expect((await refused(a, b, c, 'other.blob')).stderr).toContain('4分割の1つ');
    expect((await refused()).code).toBe(2);
  });

  it('files that are cut off, damaged, foreign or gone', async () => {
    const root = site();
    await shards(root, 1);
    const whole = readFileSync(join(root, '1.blob'));
    const flipped = Uint8Array.from(whole);
    flipped[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 1;
    const lines = gunzipSync(whole).toString().split('\n');
    const without = gzipSync([...lines.slice(0, 3), ...lines.slice(4)].join('\n'));
    const changed = gzipSync(lines.join('\n').replace('店主', '店員'));
    const headless = gzipSync(lines.slice(0, 1).join('\n'));
    for (const bytes of [
      whole.subarray(0, -9),
      whole.subarray(0, 200),
      flipped,
      without,
      changed,
      headless,
      Buffer.alloc(0),
    ]) {
      writeFileSync(join(root, '1.blob'), bytes);
      expect(await merge(root, '1.blob')).toMatchObject({
        code: 2,
        stdout: '',
        stderr: 'koetsu: 1.blob: ファイルが途中で切れているか壊れています。\n',
      });
    }
    for (const bytes of [Buffer.from('# 記事'), gzipSync('[1]\n'), gzipSync('')]) {
      writeFileSync(join(root, '1.blob'), bytes);
      expect((await merge(root, '1.blob')).stderr).toContain('koetsu archive --blob のファイルではありません');
    }
    rmSync(join(root, '1.blob'));
    expect(await merge(root, '1.blob')).toMatchObject({ code: 2, stderr: expect.stringContaining('読めません') });
  });

  it('blobs of other versions, configurations and lists of articles', async () => {
    const root = site();
    const [a, b] = (await shards(root, 2)) as [string, string];
    rewrite(join(root, b), (header) => ({ ...header, version: '9.9.9' }));
    expect(await merge(root, a, b)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('koetsu 9.9.9 のファイル'),
    });
    rewrite(join(root, b), (header) => ({ ...header, format: 99 }));
    expect((await merge(root, a, b)).stderr).toContain('別のバージョン');
    writeInto(root, { 'posts/new.md': '新しい記事です。\n' });
    await archive(root, '--shard', '2/2', '--blob', b);
    expect((await merge(root, a, b)).stderr).toContain('記事の一覧が違います');
    writeInto(root, { '.textlintrc.json': only({ 'broken-sentences': true }) });
    expect((await merge(root, a, b)).stderr).toContain('別の設定');
  });

  it('blobs of different days, if a finding hangs on the day', async () => {
    const dated = (date: string): string => `---\ntitle: "話"\ndate: ${date}\n---\n\n短い話です。\n`;
    const onDays = async (date: string): Promise<Ran> => {
      const root = site({ 'posts/dated.md': dated(date) });
      const shard = (i: number) =>
        run(['archive', '--no-cache', '--shard', `${i}/2`, '--blob', `${i}`], root, {
          now: new Date(`2026-03-0${i}T00:00:00Z`),
        });
      await shard(1);
      await shard(2);
      expect(existsSync(join(root, '2'))).toBe(true);
      return merge(root, '1', '2');
    };
    expect((await onDays('2026-01-01')).code).toBe(0);
    expect(await onDays('2026-12-24')).toMatchObject({ code: 2, stderr: expect.stringContaining('日付で変わる指摘') });
  });
});

/** Changes the header of a blob, checksum included. */
function rewrite(file: string, change: (header: object) => object): void {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const end = JSON.parse(lines.pop() ?? '');
  const body = [JSON.stringify(change(JSON.parse(header))), ...lines].map((line) => `${line}\n`).join('');
  const checksum = createHash('sha256').update(body).digest('hex');
  writeFileSync(file, gzipSync(`${body}${JSON.stringify({ ...end, checksum })}\n`));
}
