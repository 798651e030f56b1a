import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';

let root: string;

/** Loads package `rule` in a process of its own and returns what it exports, as it is printed. */
function load(): unknown {
  const program = `
    const { openStore } = await import(${JSON.stringify(join(ROOT, 'dist/src/start/store.js'))});
    const { withKeptModules } = await import(${JSON.stringify(join(ROOT, 'dist/src/start/kept-modules.js'))});
    openStore(${JSON.stringify(join(root, 'cache'))}, () => Date.now() + 60_000);
    const entry = ${JSON.stringify(join(root, 'node_modules/rule/index.js'))};
    const { default: exported } = await withKeptModules(entry, () => import(entry));
    console.log(JSON.stringify(await exported));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }));
}

function write(name: string, text: string): void {
  const path = join(root, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

beforeAll(buildOnce, 120_000);
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'koetsu-start-')));
  write('rule/package.json', '{"name":"rule","version":"1.0.0","main":"index.js"}');
  write('rule/index.js', `module.exports = { part: require('part'), own: require('./own') };`);
  write('rule/own.js', `exports.file = __filename; exports.main = require.main === module; exports.a = 1;`);
  write('part/package.json', '{"name":"part","version":"1.0.0"}');
  write('part/index.js', `module.exports = 'outer';`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('modules of the user that were loaded before', () => {
  it('give the same as at first', () => {
    const first = load();
    expect(readdirSync(join(root, 'cache/code'))).toHaveLength(1);
    expect(load()).toEqual(first);
    expect(first).toEqual({ part: 'outer', own: { file: join(root, 'node_modules/rule/own.js'), main: false, a: 1 } });
  });

  it('are read again: a change counts, even one that leaves length and time as they were', () => {
    load();
    write('rule/own.js', `exports.file = __filename; exports.main = require.main === module; exports.a = 2;`);
    utimesSync(join(root, 'node_modules/rule/own.js'), 1, 1);
    expect(load()).toMatchObject({ own: { a: 2 } });
  });

  it('are looked up again where something was installed nearer', () => {
    load();
    write('rule/node_modules/part/index.js', `module.exports = 'inner';`);
    expect(load()).toMatchObject({ part: 'inner' });
    rmSync(join(root, 'node_modules/rule/node_modules'), { recursive: true });
    expect(load()).toMatchObject({ part: 'outer' });
  });

  it('may import, and may be ES modules', () => {
    write('part/index.js', `module.exports = import('./late.mjs').then(({ late }) => late);`);
    write('part/late.mjs', `export const late = 'late';`);
    write('rule/index.js', `module.exports = require('part');`);
    expect([load(), load()]).toEqual(['late', 'late']);
    write('rule/package.json', '{"name":"rule","version":"1.0.0","type":"module"}');
    write('rule/index.js', `import part from 'part'; export default part;`);
    expect([load(), load()]).toEqual(['late', 'late']);
  });

  it('may be gone, and say so', () => {
    load();
    rmSync(join(root, 'node_modules/part'), { recursive: true });
    expect(load).toThrow(/Cannot find module 'part'/);
  });
});
