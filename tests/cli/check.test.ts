import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { CACHE, only, pageOf, run } from '../support/run.ts';

const ONE_RULE = { '.textlintrc.json': only({ 'reading-time-mismatch': true }) };

const body = (times: number): string => '駅から店までは歩いて五分です。'.repeat(times);
const article = (minutes: number | string, times = 200): string =>
  `---\ntitle: 駅前の店\nreading_time: ${minutes}\n---\n\n${body(times)}\n`;
const WRONG = article(60);
const RIGHT = article(6);

const SITE = {
  ...ONE_RULE,
  'posts/wrong.md': WRONG,
  'posts/right.md': RIGHT,
  'posts/deep/also-wrong.markdown': article(99),
};

const golden = (name: string): string => `../golden/${name}.txt`;

describe('koetsu check', () => {
  it.each<[name: string, argv: string[]]>([
    ['check-text', ['check']],
    ['check-text-en', ['check', 'posts', '--locale', 'en']],
    ['check-compact', ['check', 'posts', '--format', 'compact']],
    ['check-json', ['check', 'posts', '--format', 'json']],
    ['check-clean', ['check', 'posts/right.md']],
    ['check-clean-en', ['check', 'posts/right.md', '--locale=en']],
    ['check-dry-run', ['check', 'posts', '--fix', '--dry-run']],
    ['check-fix', ['check', '--fix']],
    ['check-quiet', ['check', '--quiet']],
    [
      'mistake-everything',
      [
        'check',
        'nowhere.md',
        'none*.md',
        '--format',
        'xml',
        '--dry-run',
        '--stdin-filename',
        'a.md',
        '--config',
        'no.json',
      ],
    ],
    ['mistake-stdin-and-files', ['check', '--stdin', 'posts']],
    ['mistake-two-formats', ['check', '--format', 'json', '--format', 'compact']],
    ['mistake-format-file', ['check', '--format', 'json=']],
    [
      'mistake-unwritable-report',
      ['check', 'posts/right.md', '--format', 'json=no/such/folder.json', '--locale', 'en'],
    ],
    ['mistake-max-warnings', ['check', '--max-warnings', '-1']],
    ['mistake-option', ['check', '--fixx']],
    ['mistake-command', ['chek']],
    ['mistake-locale', ['check', '--locale', 'fr']],
  ])('%s', async (name, argv) => {
    const root = folderWith(SITE);
    await expect(pageOf(argv, await run(argv, root), root)).toMatchFileSnapshot(golden(name));
  });

  it('writes several reports at once, the exit code is the same', async () => {
    const root = folderWith(SITE);
    const ran = await run(['check', '-f', 'json=a.json', '-f', 'compact=b.txt', '-f', 'text=c.txt'], root);
    expect(ran).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(root, 'a.json'), 'utf8'))).toHaveLength(3);
    expect(readFileSync(join(root, 'b.txt'), 'utf8').split('\n')).toHaveLength(3);
    expect(readFileSync(join(root, 'c.txt'), 'utf8')).toContain('also-wrong.markdown');
  });

  it('lists files without findings in JSON', async () => {
    const root = folderWith(SITE);
    const results = JSON.parse((await run(['check', 'posts/right.md', '-f', 'json'], root)).stdout);
    expect(results).toEqual([{ filePath: join(root, 'posts/right.md'), messages: [] }]);
  });

  it('reports mistakes of the configuration together with those of the arguments', async () => {
    const root = folderWith({ '.textlintrc.json': '{ "ruls": {}, "koetsu": { "locale": "fr" } }' });
    const { code, stderr, stdout } = await run(['check', 'nowhere.md', '--locale', 'en'], root);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(3);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('exit codes', () => {
  const warnings = { '.textlintrc.json': only({ 'reading-time-mismatch': { severity: 'warning' } }) };
  const infos = { '.textlintrc.json': only({ 'reading-time-mismatch': { severity: 'info' } }) };

  it.each<[why: string, files: Record<string, string>, argv: string[], code: number]>([
    ['clean', { ...ONE_RULE, 'a.md': RIGHT }, [], 0],
    ['an error', { ...ONE_RULE, 'a.md': WRONG }, [], 1],
    ['an error, quiet', { ...ONE_RULE, 'a.md': WRONG }, ['--quiet'], 1],
    ['an error, as JSON into a file', { ...ONE_RULE, 'a.md': WRONG }, ['-f', 'json=o.json'], 1],
    ['a warning', { ...warnings, 'a.md': WRONG }, [], 0],
    ['as many warnings as allowed', { ...warnings, 'a.md': WRONG }, ['--max-warnings', '1'], 0],
    ['more warnings than allowed', { ...warnings, 'a.md': WRONG }, ['--max-warnings', '0'], 1],
    ['more warnings than allowed, quiet', { ...warnings, 'a.md': WRONG }, ['--max-warnings=0', '--quiet'], 1],
    ['an information', { ...infos, 'a.md': WRONG }, ['--max-warnings', '0'], 0],
    ['an error that is fixed', { ...ONE_RULE, 'a.md': WRONG }, ['--fix'], 0],
    ['no articles', { ...ONE_RULE, 'a.txt': WRONG }, [], 2],
  ])('%s', async (_, files, argv, code) => {
    expect((await run(['check', ...argv], folderWith(files))).code).toBe(code);
  });

  it('shows information only with --verbose', async () => {
    const root = folderWith({ ...infos, 'a.md': WRONG });
    expect((await run(['check'], root)).stdout).not.toContain('reading_time: 60');
    expect((await run(['check', '--verbose'], root)).stdout).toContain('reading_time: 60');
  });
});

describe('what is checked', () => {
  const files = {
    ...ONE_RULE,
    'a.md': WRONG,
    'B.MD': WRONG,
    'c.txt': WRONG,
    'd.mdx': WRONG,
    'x/e.md': WRONG,
    'x/[f].md': WRONG,
    'node_modules/g.md': WRONG,
    '.git/h.md': WRONG,
    'x/image.png': '\0',
  };
  const checked = async (argv: readonly string[], root: string, cwd = root): Promise<string[]> => {
    const { stdout } = await run(['check', '-f', 'json', ...argv], cwd);
    return JSON.parse(stdout).map(({ filePath }: { filePath: string }) => filePath.replace(`${root}/`, ''));
  };

  it.each<[argv: string[], expected: string[]]>([
    [[], ['B.MD', 'a.md', 'd.mdx', 'x/[f].md', 'x/e.md']],
    [['.'], ['B.MD', 'a.md', 'd.mdx', 'x/[f].md', 'x/e.md']],
    [
      ['x', 'x/e.md', './x/../x/e.md'],
      ['x/[f].md', 'x/e.md'],
    ],
    [['*'], ['B.MD', 'a.md', 'd.mdx']],
    [['x/**'], ['x/[f].md', 'x/e.md']],
    [['x/[f].md'], ['x/[f].md']],
    [['{a,x/e}.md'], ['a.md', 'x/e.md']],
    [['c.txt'], ['c.txt']],
    [['node_modules/g.md'], ['node_modules/g.md']],
  ])('%j', async (argv, expected) => {
    expect(await checked(argv, folderWith(files))).toEqual(expected);
  });

  it('may lie outside the working folder', async () => {
    const root = folderWith({ ...files, 'y/z/.keep': '' });
    const cwd = join(root, 'y/z');
    expect(await checked(['../../x'], root, cwd)).toEqual(['x/[f].md', 'x/e.md']);
    expect(await checked(['../../x/*.md'], root, cwd)).toEqual(['x/[f].md', 'x/e.md']);
    expect(await checked([join(root, 'a.md')], root, cwd)).toEqual(['a.md']);
  });

  it('leaves out what .textlintignore names', async () => {
    const root = folderWith({ ...files, '.textlintignore': '# 下書き\nx/\n!x/e.md\n*.mdx\n', 'y/.keep': '' });
    expect(await checked([], root)).toEqual(['B.MD', 'a.md']);
    expect(await checked(['../x', '../a.md'], root, join(root, 'y'))).toEqual(['a.md']);
  });

  it('follows links to folders, once, and survives loops', async () => {
    const root = folderWith(files);
    symlinkSync('..', join(root, 'x/loop'));
    expect((await checked(['x'], root)).filter((file) => !file.includes('loop'))).toEqual(['x/[f].md', 'x/e.md']);
  });

  it.each([['a'.repeat(5000)], ['a.md/b.md'], ['no\nsuch.md']])(
    'takes a path that cannot exist for a mistake',
    async (path) => {
      const { code, stderr } = await run(['check', path, '--locale', 'en'], folderWith(files));
      expect(code).toBe(2);
      expect(stderr).toContain('There is no file or folder');
    },
  );
});

describe('strange files', () => {
  const sjis = Uint8Array.from([0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd, 0x81, 0x42]);
  it.each<[why: string, bytes: Uint8Array, message: string]>([
    ['Shift_JIS', sjis, 'UTF-8ではなくShift_JISのようです。検査も修正もしていません。UTF-8に変換してください。'],
    [
      'UTF-16',
      Uint8Array.from([0xff, 0xfe, 0x42, 0x30]),
      'UTF-8ではなくUTF-16LEのようです。検査も修正もしていません。UTF-8に変換してください。',
    ],
    [
      'cut in the middle of a character',
      Uint8Array.from([0xe3, 0x81]),
      'UTF-8として読めないバイトが1行目にあります。検査も修正もしていません。UTF-8で保存し直してください。',
    ],
    ['binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'バイナリーファイルのため検査できません。'],
  ])('%s costs one finding, the others are checked', async (_, bytes, message) => {
    const root = folderWith({ ...ONE_RULE, 'a.md': bytes, 'b.md': WRONG });
    const { code, stdout } = await run(['check', '-f', 'json', '--fix'], root);
    expect(code).toBe(3);
    const [strange, other] = JSON.parse(stdout);
    expect(strange.messages).toMatchObject([{ ruleId: 'internal-error', severity: 2, message, line: 1, column: 1 }]);
    expect(other.messages).toEqual([]);
    expect(new Uint8Array(readFileSync(join(root, 'a.md')))).toEqual(new Uint8Array(bytes));
  });

  it('a pipe, a loop of links and a sparse giant cost one finding each, and nothing is waited for', async () => {
    const root = folderWith({ ...ONE_RULE, 'b.md': WRONG, 'giant.md': '' });
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    symlinkSync('loop2.md', join(root, 'loop.md'));
    symlinkSync('loop.md', join(root, 'loop2.md'));
    truncateSync(join(root, 'giant.md'), 2 ** 33);
    const { code, stdout } = await run(['check', 'b.md', 'giant.md', 'pipe.md', '-f', 'json'], root);
    expect(code).toBe(3);
    const found = JSON.parse(stdout).map(({ messages }: { messages: { ruleId: string }[] }) => messages[0]?.ruleId);
    expect(found).toEqual(['koetsu/reading-time-mismatch', 'internal-error', 'internal-error']);
    // Found by themselves, only files count as articles.
    const all = JSON.parse((await run(['check', '-f', 'json'], root)).stdout);
    expect(all.map(({ filePath }: { filePath: string }) => filePath.slice(root.length + 1))).toEqual([
      'b.md',
      'giant.md',
    ]);
  });

  it('an article that cannot be read in time costs one finding, also from standard input, and is not lost', async () => {
    const root = folderWith({
      'a.md': `---\ntitle: 印が多い\n---\n\n${'*あ **い '.repeat(2500)}${'う** え* '.repeat(2500)}\n`,
    });
    await buildOnce();
    const koetsu = (argv: string[], input = ''): SpawnSyncReturns<string> =>
      spawnSync(process.execPath, [join(ROOT, 'dist/src/cli/bin.js'), 'check', '--time-limit', '1', ...argv], {
        cwd: root,
        input,
        encoding: 'utf8',
        env: { ...process.env, KOETSU_CACHE: CACHE },
      });
    const text = readFileSync(join(root, 'a.md'), 'utf8');
    const file = koetsu(['a.md', '-f', 'json']);
    expect(JSON.parse(file.stdout)[0].messages).toMatchObject([{ ruleId: 'internal-error' }]);
    const piped = koetsu(['--stdin', '--fix'], text);
    expect([file.status, piped.status]).toEqual([3, 3]);
    expect(piped.stdout).toBe(text);
    expect(piped.stderr).toContain('1秒で終わらない');
  });

  it('an empty file is clean', async () => {
    expect((await run(['check'], folderWith({ ...ONE_RULE, 'a.md': '', 'b.md': '\uFEFF' }))).code).toBe(0);
  });

  it('names and texts that would drive the terminal are shown harmless', async () => {
    const name = '\u001B[31m赤\u202E.md';
    const root = folderWith({ ...ONE_RULE, [name]: WRONG.replace('60', '"60\u001B[J分"') });
    for (const argv of [
      ['check'],
      ['check', '-f', 'compact'],
      ['check', '--fix', '--dry-run'],
      ['check', '\u001B[J.md'],
    ]) {
      const { stdout, stderr } = await run(argv, root);
      const shown = argv.includes('--dry-run')
        ? `${stdout.split('\n').slice(0, 3).join('\n')}${stderr}`
        : stdout + stderr;
      expect(['\u001B', '\u202E'].filter((character) => shown.includes(character))).toEqual([]);
      expect(shown).toContain('\\u001B');
    }
  });

  it('colours only a terminal, unless the environment says otherwise', async () => {
    const root = folderWith(SITE);
    const colored = async (tty: boolean, env: Record<string, string> = {}) =>
      (await run(['check'], root, { tty, env })).stdout.includes('\u001B[');
    expect(await colored(false)).toBe(false);
    expect(await colored(true)).toBe(true);
    expect(await colored(true, { NO_COLOR: '1' })).toBe(false);
    expect(await colored(true, { NO_COLOR: '' })).toBe(true);
    expect(await colored(true, { TERM: 'dumb' })).toBe(false);
    expect(await colored(false, { FORCE_COLOR: '1' })).toBe(true);
    expect(await colored(true, { FORCE_COLOR: '0' })).toBe(false);
  });
});

describe('--fix', () => {
  it('writes the fixes, and nothing the second time', async () => {
    const root = folderWith({ ...ONE_RULE, 'a.md': `\uFEFF${WRONG.replaceAll('\n', '\r\n')}` });
    expect((await run(['check', '--fix'], root)).code).toBe(0);
    const fixed = readFileSync(join(root, 'a.md'), 'utf8');
    expect(fixed).toBe(`\uFEFF${RIGHT.replaceAll('\n', '\r\n')}`);
    const { mtimeMs } = statSync(join(root, 'a.md'));
    expect((await run(['check', '--fix'], root)).code).toBe(0);
    expect(statSync(join(root, 'a.md')).mtimeMs).toBe(mtimeMs);
  });

  it('keeps the mode and leaves no other file', async () => {
    const root = folderWith({ ...ONE_RULE, 'a.md': WRONG });
    chmodSync(join(root, 'a.md'), 0o666);
    await run(['check', '--fix'], root);
    expect(statSync(join(root, 'a.md')).mode & 0o777).toBe(0o666);
    expect(readdirSync(root).sort()).toEqual(['.textlintrc.json', 'a.md']);
  });

  it('keeps a link and changes what it points to', async () => {
    const root = folderWith({ ...ONE_RULE, 'real/a.md': WRONG, 'posts/.keep': '' });
    symlinkSync('../real/a.md', join(root, 'posts/a.md'));
    await run(['check', '--fix', 'posts/a.md'], root);
    expect(lstatSync(join(root, 'posts/a.md')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(root, 'posts/a.md'))).toBe('../real/a.md');
    expect(readFileSync(join(root, 'real/a.md'), 'utf8')).toBe(RIGHT);
  });

  it('copes with names as long as the file system allows', async () => {
    const name = `${'a'.repeat(252)}.md`;
    const root = folderWith({ ...ONE_RULE, [name]: WRONG });
    expect((await run(['check', '--fix'], root)).code).toBe(0);
    expect(readFileSync(join(root, name), 'utf8')).toBe(RIGHT);
  });

  it.skipIf(process.getuid?.() === 0)('leaves a file as it is in a folder that cannot be written', async () => {
    const root = folderWith({ ...ONE_RULE, 'posts/a.md': WRONG });
    chmodSync(join(root, 'posts'), 0o555);
    const { code, stdout } = await run(['check', '--fix', '-f', 'json'], root);
    chmodSync(join(root, 'posts'), 0o755);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)[0].messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'internal-error',
      'koetsu/reading-time-mismatch',
    ]);
    expect(readFileSync(join(root, 'posts/a.md'), 'utf8')).toBe(WRONG);
  });

  it('--dry-run prints a diff that patch takes, and writes nothing', async () => {
    const root = folderWith({ ...ONE_RULE, 'posts/a.md': WRONG });
    const { stdout, stderr } = await run(['check', '--fix', '--dry-run', '-f', 'json'], root);
    expect(readFileSync(join(root, 'posts/a.md'), 'utf8')).toBe(WRONG);
    expect(JSON.parse(stderr)).toHaveLength(1);
    execFileSync('git', ['apply', '-p0', '-'], { cwd: root, input: stdout });
    expect(readFileSync(join(root, 'posts/a.md'), 'utf8')).toBe(RIGHT);
  });
});

describe('--stdin', () => {
  it('lints what it is given', async () => {
    const root = folderWith(ONE_RULE);
    const { code, stdout } = await run(['check', '--stdin', '-f', 'json'], root, { stdin: WRONG });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ filePath: '<stdin>', messages: [{ line: 3 }] }]);
  });

  it('lints it as the file of a name, with its overrides', async () => {
    const overrides = [{ files: ['posts/**'], rules: { 'preset-koetsu': false } }];
    const root = folderWith({ '.textlintrc.json': only({ 'reading-time-mismatch': true }, { overrides }) });
    const code = async (name: string) =>
      (await run(['check', '--stdin', '--stdin-filename', name], root, { stdin: WRONG })).code;
    expect(await code('posts/a.md')).toBe(0);
    expect(await code('a.md')).toBe(1);
  });

  it('gives the same fingerprints as the file', async () => {
    const root = folderWith({ ...ONE_RULE, 'posts/a.md': WRONG });
    const printOf = async (argv: string[]) =>
      JSON.parse((await run(['check', '-f', 'json', ...argv], root, { stdin: WRONG })).stdout)[0].messages[0]
        .fingerprint;
    expect(await printOf(['--stdin', '--stdin-filename', 'posts/a.md'])).toBe(await printOf(['posts/a.md']));
  });

  it('--fix prints the fixed text alone, the report goes to standard error', async () => {
    const root = folderWith(ONE_RULE);
    const fixed = await run(['check', '--stdin', '--fix'], root, { stdin: WRONG });
    expect(fixed).toMatchObject({ code: 0, stdout: RIGHT });
    expect(fixed.stderr).toContain('問題は見つかりませんでした');
    const strange = await run(['check', '--stdin', '--fix'], root, { stdin: Uint8Array.from([0xff, 0xfe]) });
    expect(strange).toMatchObject({ code: 3, stdout: '' });
    expect(strange.stderr).toContain('UTF-16');
    const same = await run(['check', '--stdin', '--fix', '--dry-run'], root, { stdin: RIGHT });
    expect(same).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('init, rules and explain', () => {
  it.each<[name: string, files: Record<string, string>, site: string | undefined]>([
    ['a plain folder', {}, undefined],
    ['Jekyll', { '_config.yml': '' }, 'jekyll'],
    ['Hugo', { 'hugo.toml': '' }, 'hugo'],
    ['Zenn', { 'articles/a.md': '' }, 'zenn'],
    ['Astro', { 'astro.config.mjs': '' }, 'astro'],
    ['Docusaurus', { 'docusaurus.config.ts': '' }, 'docusaurus'],
  ])('init writes a configuration that works: %s', async (_, files, site) => {
    const root = folderWith(files);
    expect((await run(['init'], root)).code).toBe(0);
    const config = JSON.parse(readFileSync(join(root, '.textlintrc.json'), 'utf8'));
    expect(config.koetsu.site).toBe(site);
    writeInto(root, { 'articles/a.md': RIGHT });
    expect((await run(['check', 'articles', '-f', 'json'], root)).code).toBeLessThan(2);
  });

  it('init never overwrites a configuration', async () => {
    const root = folderWith({ '.textlintrc.yml': 'rules: {}\n' });
    const { code, stderr } = await run(['init'], root);
    expect(code).toBe(2);
    expect(stderr).toContain('.textlintrc.yml');
    expect(readdirSync(root)).toEqual(['.textlintrc.yml']);
  });

  it('init in a folder that cannot be written is a mistake', async () => {
    const { code, stderr } = await run(['init', '--locale', 'en'], join(folderWith({}), 'gone'));
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('rules lists ours with what is on here', async () => {
    const { code, stdout } = await run(['rules', '--locale', 'en'], folderWith(ONE_RULE));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^koetsu\/reading-time-mismatch +error +Flags a reading time/m);
    expect(stdout).toMatch(/^koetsu\/broken-sentences +off /m);
  });

  it('explain shows the page of a rule', async () => {
    const root = folderWith({});
    const { code, stdout } = await run(['explain', 'reading-time-mismatch'], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# reading-time-mismatch\n/);
    expect((await run(['explain', 'koetsu/reading-time-mismatch'], root)).stdout).toBe(stdout);
  });

  it.each(['reading-time', 'constructor', '__proto__', '../README', ''])('explain %j is a mistake', async (name) => {
    const { code, stdout, stderr } = await run(['explain', name, '--locale', 'en'], folderWith({}));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no rule');
  });
});

describe('help', () => {
  it.each<[name: string, argv: string[]]>([
    ['help', ['--help']],
    ['help-check', ['check', '--help']],
  ])('%s has examples', async (_, argv) => {
    const { code, stdout, stderr } = await run(argv, folderWith({}));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: koetsu/);
    expect(stdout.split('\n').every((line) => line.length <= 120)).toBe(true);
  });

  it('is what a run without arguments prints', async () => {
    const root = folderWith({});
    const bare = await run([], root);
    expect(bare.stdout).toContain('Examples:');
    expect(bare.stdout).toBe((await run(['--help'], root)).stdout);
  });

  it('--version prints the version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await run(['--version'], folderWith({}))).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
