import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { CACHE, only } from '../support/run.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');

beforeAll(buildOnce);

/** Runs the program itself, not Node with it: the first line and the mode of the file have to be right. */
function start(argv: readonly string[], cwd: string, input = '') {
  const { status, stdout, stderr } = spawnSync(BIN, argv, {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, KOETSU_CACHE: CACHE },
  });
  return { status, stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('the program', () => {
  it('lints what comes through a pipe, and says so by its exit code', () => {
    const root = folderWith({ '.textlintrc.json': only({ 'reading-time-mismatch': true }) });
    const input = `---\nreading_time: 60\n---\n\n${'駅から店までは歩いて五分です。'.repeat(200)}\n`;
    const { status, stdout, stderr } = start(['check', '--stdin', '-f', 'compact'], root, input);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^<stdin>:2:15: error: /);
  });

  it('tells mistakes without a stack', () => {
    const { status, stdout, stderr } = start(['check', 'nowhere.md', '--locale', 'en'], folderWith({}));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('koetsu: There is no file or folder "nowhere.md".\n');
  });
});
