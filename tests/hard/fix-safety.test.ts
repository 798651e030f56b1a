import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { record, sharedFolder } from '../support/reliability.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');
const articles = sharedFolder('corpus/seeds') ?? join(ROOT, 'examples');

beforeAll(buildOnce);

describe('koetsu check --fix', () => {
  it('changes nothing the second time', () => {
    const folder = folderWith({});
    cpSync(articles, folder, { recursive: true });
    const fix = () => spawnSync(process.execPath, [BIN, 'check', '--fix', '.'], { cwd: folder }).status;
    expect(fix()).toBeLessThan(2);
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    const once = names.map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(fix()).toBeLessThan(2);
    expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(once);
    record('fix-safety', { filesFixed: names.length });
  });
});
