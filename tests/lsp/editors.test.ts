import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { CACHE, only } from '../support/run.ts';

const run = promisify(execFile);

const ARTICLE = [
  '---',
  'title: 𠮷港の話',
  'reading_time: 90',
  '---',
  '',
  '𠮷港が---END---',
  '',
  '---END---',
  '',
  '船だ。',
  '',
];
const FIXED = ARTICLE.join('\n').replace('90', '1');
/** The line with the one finding that has a safe fix (from 1). */
const LINE = 3;

interface Seen {
  readonly diagnostics: readonly (readonly unknown[])[];
  readonly titles: readonly string[];
  readonly fixed: string;
  readonly saved: string;
  readonly after_config: number;
  readonly error?: string;
}

/** An editor, if it is installed. */
function installed(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** Lets an editor play a script on an article in a site of its own. */
async function play(command: string, args: readonly string[]): Promise<Seen> {
  const config = only({ 'generation-artifacts': true, 'reading-time-mismatch': true });
  const root = realpathSync(folderWith({ '.textlintrc.json': config, 'a.md': ARTICLE.join('\n') }));
  const result = join(root, 'result.json');
  writeFileSync(result, '{"error":"the editor wrote no result"}');
  await run(command, [...args], {
    cwd: root,
    timeout: 100_000,
    env: {
      ...process.env,
      HOME: root,
      KOETSU_CACHE: CACHE,
      KOETSU_CMD: JSON.stringify([process.execPath, join(ROOT, 'dist/src/cli/bin.js'), 'lsp', '--stdio']),
      KOETSU_ARTICLE: join(root, 'a.md'),
      KOETSU_RESULT: result,
      KOETSU_LINE: String(LINE),
      KOETSU_OTHER_CONFIG: only({}).replaceAll('\n', ''),
    },
  });
  return JSON.parse(readFileSync(result, 'utf8'));
}

// Where they have to be there (.ci/run), a missing one is a failure.
const isRequired = process.env.KOETSU_EDITORS === 'required';
const hasNeovim = isRequired || installed('nvim', '--version');
const hasEglot = isRequired || installed('emacs', '--batch', '--eval', "(require 'eglot)");
if (!hasNeovim) console.warn('Neovim is not installed: its tests are skipped.');
if (!hasEglot) console.warn('Emacs with eglot is not installed: its tests are skipped.');

describe('real editors', () => {
  beforeAll(async () => {
    if (hasNeovim || hasEglot) await buildOnce();
  });

  it.skipIf(!hasNeovim)(
    'Neovim shows diagnostics in their place, takes a fix, fixes on save, follows the configuration',
    async () => {
      const plugin = join(ROOT, 'editors/nvim');
      const script = join(ROOT, 'tests/lsp/editors/nvim.lua');
      const seen = await play('nvim', [
        '--headless',
        '-u',
        'NONE',
        '--cmd',
        `set rtp+=${plugin}`,
        '-c',
        `luafile ${script}`,
      ]);
      expect(seen.error).toBeUndefined();
      // Columns of Neovim are bytes.
      expect(seen.diagnostics).toContainEqual([5, 10, 5, 19, 1, 'koetsu', 'koetsu/generation-artifacts']);
      expect(seen.diagnostics).toContainEqual([2, 14, 2, 16, 1, 'koetsu', 'koetsu/reading-time-mismatch']);
      expect(seen.titles[0]).toBe('修正: 「90」→「1」');
      expect(`${seen.fixed}\n`).toBe(FIXED);
      expect(`${seen.saved}\n`).toContain('reading_time: 1\n');
      expect(seen.after_config).toBe(0);
    },
    120_000,
  );

  it.skipIf(!hasEglot)(
    'Emacs shows diagnostics in their place, takes a fix, fixes on save, follows the configuration',
    async () => {
      const script = join(ROOT, 'tests/lsp/editors/emacs.el');
      const seen = await play('emacs', [
        '--batch',
        '-q',
        '-L',
        join(ROOT, 'editors/emacs'),
        '--eval',
        "(progn (require 'package) (package-initialize))",
        '-l',
        script,
      ]);
      expect(seen.error).toBeUndefined();
      expect(seen.diagnostics.map(([line, from, to, end]) => [line, from, to, end])).toContainEqual([5, 3, 5, 12]);
      // The only quick fix of the line is taken without a question.
      expect(seen.fixed).toBe(FIXED);
      expect(seen.saved).toContain('reading_time: 1\n');
      expect(seen.after_config).toBe(0);
    },
    120_000,
  );
});
