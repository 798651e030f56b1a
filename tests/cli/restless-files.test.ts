import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { CACHE, only } from '../support/run.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');
const WRONG = '---\ntitle: 港の話\nreading_time: 99\n---\n\n港が開いた。\n';
/** More than are read before the first one is linted. */
const MANY = 300;

function koetsu(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ran = spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, KOETSU_CACHE: CACHE, ...env },
  });
  expect(ran.stderr).not.toMatch(/^\s+at /m);
  return ran;
}

/** A site with a textlint rule whose code is given; it knows the path of the article. */
function siteWith(code: string): string {
  const config = JSON.parse(only({ 'reading-time-mismatch': true }));
  return folderWith({
    '.textlintrc.json': JSON.stringify({ ...config, rules: { ...config.rules, own: true } }),
    'node_modules/textlint-rule-own/package.json': '{ "name": "textlint-rule-own", "version": "1.0.0" }',
    'node_modules/textlint-rule-own/index.js': `
      const fs = require('node:fs');
      module.exports = ({ Syntax, getFilePath }) => ({ [Syntax.Document]() { const path = getFilePath(); ${code} } });`,
  });
}

/** What a report says of each article, by name. */
function rulesByName(stdout: string): Map<string, string[]> {
  const results: { filePath: string; messages: { ruleId: string }[] }[] = JSON.parse(stdout);
  return new Map(results.map(({ filePath, messages }) => [basename(filePath), messages.map(({ ruleId }) => ruleId)]));
}

describe('files that do not stay as they were', () => {
  beforeAll(buildOnce);

  it('and vanish after they were listed cost one finding each; the others are checked', () => {
    const names = Array.from({ length: MANY }, (_, i) => `${String(i).padStart(3, '0')}.md`);
    const gone = names.slice(-50);
    const root = siteWith(
      `for (let i = ${MANY - 50}; i < ${MANY}; i++) fs.rmSync(path.replace(/\\d+(?=\\.md$)/, i), { force: true });`,
    );
    writeInto(root, Object.fromEntries(names.map((name) => [name, WRONG])));
    const { status, stdout } = koetsu(root, ['check', '.', '-f', 'json', '--no-cache']);
    const found = rulesByName(stdout);
    expect(status).toBe(3);
    expect([...found.keys()]).toEqual(names);
    const isLost = (name: string): boolean => found.get(name)?.join() === 'internal-error';
    expect(names.filter((name) => !isLost(name) && found.get(name)?.join() !== 'koetsu/reading-time-mismatch')).toEqual(
      [],
    );
    // The first ones that went may have been read already.
    expect(gone.filter(isLost).length).toBeGreaterThan(0);
    expect(names.filter(isLost).every((name) => gone.includes(name))).toBe(true);
  });

  it.each([
    ['vanish', 'fs.rmSync(path);'],
    ['are changed by somebody else', "fs.appendFileSync(path, '続きです。');"],
    ['become a folder', 'fs.rmSync(path); fs.mkdirSync(path);'],
    ['become a link to another file', "fs.rmSync(path); fs.symlinkSync('other.txt', path);"],
  ])('and %s before they are fixed are left as they are', (_, code) => {
    const root = siteWith(code);
    writeInto(root, { 'a.md': WRONG, 'other.txt': 'ほかのファイル\n' });
    const { status, stdout } = koetsu(root, ['check', 'a.md', '--fix', '-f', 'json', '--no-cache']);
    expect(status).toBe(3);
    expect(stdout).toContain('internal-error');
    expect(readFileSync(join(root, 'other.txt'), 'utf8')).toBe('ほかのファイル\n');
    // What was not put in its place by the rule is there as it was, with what the rule did.
    if (code.includes('append')) expect(readFileSync(join(root, 'a.md'), 'utf8').startsWith(WRONG)).toBe(true);
    else expect(existsSync(join(root, 'a.md'))).toBe(/mkdir|symlink/.test(code));
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

/** Notes every path that the process looks at. */
const WATCHER = `
  const fs = require('node:fs');
  const log = fs.openSync(process.env.WATCH_LOG, 'a');
  const wrap = (holder, name) => {
    const real = holder[name];
    if (typeof real !== 'function') return;
    holder[name] = function (path, ...rest) {
      if (typeof path === 'string' || path instanceof URL) fs.writeSync(log, String(path) + '\\n');
      return real.call(this, path, ...rest);
    };
  };
  for (const name of ['open', 'openSync', 'readFile', 'readFileSync', 'stat', 'statSync', 'lstat', 'lstatSync', 'existsSync', 'access', 'accessSync', 'readdir', 'readdirSync', 'createReadStream', 'realpathSync', 'realpath']) wrap(fs, name);
  for (const name of ['open', 'readFile', 'stat', 'lstat', 'access', 'readdir', 'realpath']) wrap(fs.promises, name);
  require('node:module').syncBuiltinESMExports();
`;

describe('an article that names files outside', () => {
  beforeAll(buildOnce);

  it('has none of them looked at', () => {
    const outside = folderWith({ 'secret.md': '---\ntitle: 秘密\n---\n\n秘密の本文です。\n', log: '' });
    const up = `../../${basename(outside)}/secret.md`;
    const text = `---
title: 港の話
image: ${up}
layout: ${up}
related_articles:
  - slug: ${up}
    title: 秘密
---

[秘密](${up})と![図](${up})と[絶対](${join(outside, 'secret.md')})と<file://${join(outside, 'secret.md')}>です。

{% include ${up} %}{% include_relative ${up} %}<!-- textlint-disable ${up} --><img src="${up}">

[参照][ref]です。[^1]

[ref]: ${up}
[^1]: ${up}
`;
    const root = folderWith({ '.textlintrc.json': '{}', 'posts/a.md': text, 'posts/b.md': text });
    writeFileSync(join(root, 'watch.cjs'), WATCHER);
    const env = { NODE_OPTIONS: `--require ${join(root, 'watch.cjs')}`, WATCH_LOG: join(outside, 'log') };
    for (const argv of [
      ['check', '.', '--fix', '-f', 'json'],
      ['archive', '--report', 'report.html', '-f', 'sarif=out.sarif', '--no-cache'],
      ['baseline'],
    ]) {
      koetsu(root, argv, env);
    }
    const looked = readFileSync(join(outside, 'log'), 'utf8').split('\n');
    // The watcher sees what is read.
    expect(looked.some((path) => path.endsWith('posts/a.md'))).toBe(true);
    expect(looked.filter((path) => path.includes('secret'))).toEqual([]);
  });
});
