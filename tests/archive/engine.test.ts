import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Checked, EngineOptions, Source } from '../../src/archive/lint-articles.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { CACHE } from '../support/run.ts';
import { NAUGHTY_RULE, siteOf } from './site.ts';

const NOW = new Date('2026-11-01T00:00:00Z');

/** Worker threads run compiled code only, so that everything here is taken from the build. */
interface Built {
  readonly lintArticles: typeof import('../../src/archive/lint-articles.ts').lintArticles;
  readonly openResultCache: typeof import('../../src/archive/result-cache.ts').openResultCache;
  readonly loadConfig: typeof import('../../src/lint/load-config.ts').loadConfig;
  readonly loadDictionary: typeof import('../../src/text/tokenizer/load-dictionary.ts').loadDictionary;
}

let built: Built;
const caches = mkdtempSync(join(tmpdir(), 'koetsu-test-'));
let count = 0;

beforeAll(async () => {
  await buildOnce();
  const from = (path: string) => import(join(ROOT, 'dist/src', path));
  built = {
    ...(await from('archive/lint-articles.js')),
    ...(await from('archive/result-cache.js')),
    ...(await from('lint/load-config.js')),
    ...(await from('text/tokenizer/load-dictionary.js')),
  };
});
afterAll(() => rmSync(caches, { recursive: true, force: true }));

const newCache = () => built.openResultCache(join(caches, String(count++)), NOW);

function source(filePath: string): Source {
  return { filePath, path: filePath, read: async () => ({ text: await readFile(filePath, 'utf8') }) };
}

const articles = (root: string): string[] =>
  readdirSync(root)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(root, name));

async function optionsFor(root: string, more: Partial<EngineOptions> = {}): Promise<EngineOptions> {
  const config = await built.loadConfig(root);
  if (!config.ok) throw new Error(JSON.stringify(config.mistakes));
  return {
    config: config.value,
    now: NOW,
    dictionary: () => built.loadDictionary({ cacheDirectory: CACHE }),
    concurrency: 2,
    timeLimit: 60_000,
    cache: undefined,
    ...more,
  };
}

async function run(root: string, more: Partial<EngineOptions> = {}, files = articles(root)): Promise<Checked[]> {
  const results: Checked[] = [];
  for await (const result of built.lintArticles(files.map(source), await optionsFor(root, more))) results.push(result);
  return results;
}

const plain = (results: readonly Checked[]) =>
  results
    .map(({ filePath, text, findings, facts }) => ({ filePath, text, findings, facts }))
    .sort((a, b) => (a.filePath < b.filePath ? -1 : 1));

const ids = (findings: readonly Finding[]) => findings.map(({ ruleId }) => ruleId);

describe('lintArticles', () => {
  it('gives the same for any number of threads, any order and without threads', async () => {
    const root = siteOf(12);
    const one = await run(root, { concurrency: 1 });
    expect(one).toHaveLength(12);
    expect(one.flatMap(({ findings }) => findings).length).toBeGreaterThanOrEqual(12);
    expect(one.map(({ filePath }) => filePath)).toEqual(articles(root));
    for (const concurrency of [2, 4]) {
      const shuffled = articles(root).sort((a, b) => (a.slice(-5) + a < b.slice(-5) + b ? 1 : -1));
      const results = await run(root, { concurrency }, shuffled);
      expect(results.map(({ filePath }) => filePath)).toEqual(shuffled);
      expect(plain(results)).toEqual(plain(one));
    }
    const few = await run(root, {}, articles(root).slice(0, 3));
    expect(plain(few)).toEqual(plain(one.slice(0, 3)));
  });

  it('gives one finding for what hangs, backtracks, never answers, throws or dies, and all of the rest', async () => {
    const bad = ['HANG', 'BACKTRACK', 'NEVER', 'EXIT', 'THROW'];
    const good = Array.from({ length: 12 }, (_, i) => [`m${i}.md`, `本文${i}です。\n`]);
    const files = {
      ...Object.fromEntries(good),
      ...Object.fromEntries(bad.map((word) => [`a-${word}.md`, `${word}\n`])),
    };
    const root = folderWith({ ...NAUGHTY_RULE, ...files, 'b.md': 'LATER\n' });
    const results = await run(root, { timeLimit: 1000 });
    const found = Object.fromEntries(
      results.map(({ filePath, findings }) => [filePath.slice(root.length + 1), ids(findings)]),
    );
    const expected = Object.fromEntries(
      articles(root).map((file) => [file.slice(root.length + 1), [file.includes('a-') ? 'internal-error' : 'naughty']]),
    );
    expect(found).toEqual(expected);
    const messages = results.flatMap(({ findings }) => findings.map(({ message }) => message)).join('\n');
    expect(messages).toContain('1秒で終わらない');
    expect(messages).toContain('異常終了');
    expect(messages).toContain('thrown');
  });

  it('runs few articles in a thread too if a rule is not known to come to an end', async () => {
    const root = folderWith({ ...NAUGHTY_RULE, 'a.md': 'HANG\n', 'b.md': '本文です。\n' });
    const results = await run(root, { timeLimit: 500, concurrency: 1 });
    expect(results.map(({ findings }) => ids(findings))).toEqual([['internal-error'], ['naughty']]);
  });

  it('takes from the cache what was there, and the same', async () => {
    const root = siteOf(14);
    const cache = newCache();
    const first = await run(root, { cache });
    expect(first.every(({ cached, kept }) => !cached && kept)).toBe(true);
    const dictionary = () => Promise.reject(new Error('no rule runs, so nothing is tokenised'));
    const second = await run(root, { cache, dictionary });
    expect(second.every(({ cached }) => cached)).toBe(true);
    expect(plain(second)).toEqual(plain(first));
  });

  it('runs again what has another text, path, option or rule package', async () => {
    const root = folderWith({ ...NAUGHTY_RULE, 'a.md': '本文です。\n', 'b.md': '本文です。\n' });
    const cache = newCache();
    const cached = async () => (await run(root, { cache, concurrency: 1 })).map((result) => result.cached);
    expect(await cached()).toEqual([false, false]);
    writeFileSync(join(root, 'a.md'), '本文でした。\n');
    expect(await cached()).toEqual([false, true]);
    writeFileSync(
      join(root, '.textlintrc.json'),
      '{ "rules": { "preset-koetsu": false, "naughty": { "severity": "info" } } }',
    );
    expect(await cached()).toEqual([false, false]);
    const rule = join(root, 'node_modules/textlint-rule-naughty/index.js');
    writeFileSync(rule, `${readFileSync(rule, 'utf8')}\n`);
    expect(await cached()).toEqual([false, false]);
    expect(await cached()).toEqual([true, true]);
  });

  it('keeps neither failures nor what time changes', async () => {
    const future = '---\ntitle: "予定"\ndate: 2027-03-01 09:00:00 +0900\nlayout: post\ntags: [a]\n---\n\n本文です。\n';
    const root = siteOf(1, { 'future.md': future });
    const cache = newCache();
    await run(root, { cache });
    const again = await run(root, { cache });
    expect(again.map(({ filePath, cached }) => [filePath.slice(root.length + 1), cached])).toEqual([
      ['a000.md', true],
      ['future.md', false],
    ]);
    const bad = folderWith({ ...NAUGHTY_RULE, 'a.md': 'THROW\n' });
    await run(bad, { cache, concurrency: 1 });
    expect((await run(bad, { cache, concurrency: 1 }))[0]?.cached).toBe(false);
  });

  it('stops early when it is told to, and goes on from there', async () => {
    // Far more than the queue takes in ahead: on a busy machine the reader comes late.
    const COUNT = 40;
    const slow = Array.from({ length: COUNT }, (_, i) => [`s${String(i).padStart(2, '0')}.md`, `SLOW ${i}\n`]);
    const root = folderWith({ ...NAUGHTY_RULE, ...Object.fromEntries(slow) });
    const cache = newCache();
    const controller = new AbortController();
    const options = await optionsFor(root, { cache, concurrency: 1, signal: controller.signal });
    let seen = 0;
    for await (const _ of built.lintArticles(articles(root).map(source), options)) if (++seen === 3) controller.abort();
    expect(seen).toBeLessThan(COUNT);
    const rest = await run(root, { cache, concurrency: 1 });
    const cached = rest.filter((result) => result.cached).length;
    expect(cached).toBeGreaterThanOrEqual(3);
    expect(cached).toBeLessThan(COUNT);
    expect(plain(rest)).toEqual(plain(await run(root)));
  });
});

describe('the cache', () => {
  const filesBelow = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());

  it('notices damaged, cut and foreign files, and is whole again after the run', async () => {
    const root = siteOf(12);
    const folder = join(caches, 'damaged');
    const cache = built.openResultCache(folder, NOW);
    const first = plain(await run(root, { cache }));
    filesBelow(folder).forEach((path, i) => {
      const bytes = readFileSync(path);
      if (i % 4 === 0) writeFileSync(path, bytes.subarray(0, bytes.length / 2));
      else if (i % 4 === 1) writeFileSync(path, 'これはキャッシュではない');
      else if (i % 4 === 2)
        writeFileSync(
          path,
          bytes.map((byte, j) => (j === bytes.length >> 1 ? byte ^ 1 : byte)),
        );
    });
    const second = await run(root, { cache });
    expect(plain(second)).toEqual(first);
    expect(second.some(({ cached }) => !cached)).toBe(true);
    const third = await run(root, { cache });
    expect(third.every(({ cached }) => cached)).toBe(true);
    expect(plain(third)).toEqual(first);
  });

  it('does without a folder that cannot be one', async () => {
    const root = siteOf(2);
    const file = join(caches, 'file');
    writeFileSync(file, '');
    const results = await run(root, { cache: built.openResultCache(file, NOW) });
    expect(results.map(({ kept }) => kept)).toEqual([false, false]);
    expect(plain(results)).toEqual(plain(await run(root)));
  });

  it('drops what was not used for long, and the oldest of what is too much', async () => {
    const folder = join(caches, 'pruned');
    const result = { findings: [], facts: undefined };
    const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    const keys = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
    const [a = '', b = '', c = ''] = keys;
    await built.openResultCache(folder, day(-100)).put(a, result);
    await built.openResultCache(folder, day(-100)).prune();
    await built.openResultCache(folder, day(-20)).put(b, result);
    await built.openResultCache(folder, day(-2)).put(c, result);
    const left = async () => {
      const cache = built.openResultCache(folder, day(-2));
      return Promise.all(keys.map(async (key) => (await cache.get(key)) !== undefined));
    };
    await built.openResultCache(folder, NOW, { bytes: 1 << 20, days: 60 }).prune();
    expect(await left()).toEqual([false, true, true]);
    await built.openResultCache(folder, NOW, { bytes: 10, days: 60 }).prune();
    expect(await left()).toEqual([false, true, true]);
    const [content = ''] = filesBelow(join(folder, 'content-v2'));
    const { size } = statSync(content);
    await built.openResultCache(folder, day(2), { bytes: size + 10, days: 60 }).prune();
    expect((await left()).filter(Boolean)).toHaveLength(1);
  });

  it('dates anew what is used', async () => {
    const folder = join(caches, 'dated');
    const key = 'd'.repeat(64);
    const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    await built.openResultCache(folder, NOW).put(key, { findings: [], facts: undefined });
    await built.openResultCache(folder, NOW).prune();
    expect(await built.openResultCache(folder, later(50)).get(key)).toBeDefined();
    await built.openResultCache(folder, later(100)).prune();
    expect(await built.openResultCache(folder, later(100)).get(key)).toBeDefined();
  });
});
