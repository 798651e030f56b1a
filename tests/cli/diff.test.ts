import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { GIT_ENV, type Repository, repositoryAt, repositoryWith } from '../support/repository.ts';
import { only, type Ran, run } from '../support/run.ts';

const CONFIG = only({ 'reading-time-mismatch': true, 'contradictory-figures': true, 'generation-artifacts': true });

const body = '駅から店までは歩いて五分です。広場には木が並び、朝は市が立ちます。\n\n';
const article = (title: string, minutes: number, rest = ''): string =>
  `---\ntitle: ${title}\nreading_time: ${minutes}\n---\n\n${body.repeat(20)}${rest}`;

const GOOD = article('駅前の店', 2);
const BAD = article('駅裏の店', 60);
const HARBOR = article('港の再整備に820億円', 2, '再整備の総事業費は820億円で、港は5年で生まれ変わる。\n');
const SITE = { '.textlintrc.json': CONFIG, 'posts/good.md': GOOD, 'posts/bad.md': BAD, 'posts/harbor.md': HARBOR };

/** On a branch of its own, so that `main` is what the work began from. */
function branch(files: Readonly<Record<string, string>> = SITE): Repository {
  const repository = repositoryWith(files);
  repository.git('checkout', '-q', '-b', 'work');
  return repository;
}

const diff = (root: string, ...argv: readonly string[]): Promise<Ran> =>
  run(['check', '--diff', 'main', ...argv], root, { env: GIT_ENV });

/** «new fixed kept», as the summary says it. */
const counts = ({ stdout }: Ran): string => {
  const [, added, fixed, kept] = /との差分: 新規 (\d+)・解消 (\d+)・既存 (\d+)/.exec(stdout) ?? [];
  return [added, fixed, kept].join(' ');
};

describe('koetsu check --diff: kinds of change', () => {
  it('nothing', async () => {
    const ran = await diff(branch().root);
    expect([ran.code, counts(ran)]).toEqual([0, '0 0 0']);
  });

  it('a new bad article', async () => {
    const { root, commit } = branch();
    commit({ 'posts/new.md': BAD });
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([1, '1 0 0']);
    expect(ran.stdout).toContain('posts/new.md');
  });

  it('one figure changed far from its twin: the finding stands on a line that nobody touched', async () => {
    const { root, commit } = branch();
    commit({ 'posts/harbor.md': HARBOR.replace('総事業費は820億円', '総事業費は8,200億円') });
    const ran = await diff(root, '-f', 'compact');
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^posts\/harbor\.md:2:/);
    expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    expect(ran.stderr).toContain('新規 1・解消 0・既存 0');
  });

  it('an article renamed', async () => {
    const { root, git, commit } = branch();
    git('mv', 'posts/bad.md', 'posts/renamed.md');
    commit();
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([0, '0 0 1']);
  });

  it('an article moved and edited', async () => {
    const { root, git, commit } = branch();
    mkdirSync(join(root, 'columns'));
    git('mv', 'posts/bad.md', 'columns/bad.md');
    commit({ 'columns/bad.md': BAD.replace('駅裏の店', '駅裏の本屋').replace('朝は市が', '夕方は市が') });
    expect([(await diff(root)).code, counts(await diff(root))]).toEqual([0, '0 0 1']);
    commit({ 'columns/bad.md': `${BAD}費用は1,200円×12か月＝15,000円です。\n` });
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([1, '1 0 1']);
  });

  it('a move without git mv, and one into a folder with stricter rules', async () => {
    const strict = only(
      { 'generation-artifacts': true },
      { overrides: [{ files: ['strict/**'], rules: { 'preset-koetsu': { 'reading-time-mismatch': true } } }] },
    );
    const { root } = branch({ ...SITE, '.textlintrc.json': strict });
    renameSync(join(root, 'posts'), join(root, 'columns'));
    expect(counts(await diff(root))).toBe('0 0 0');
    renameSync(join(root, 'columns'), join(root, 'strict'));
    expect(counts(await diff(root))).toBe('1 0 0');
  });

  it('a baseline entry fixed', async () => {
    const { root, git, commit } = branch();
    await run(['baseline'], root, { env: GIT_ENV });
    commit();
    git('branch', '-f', 'main');
    commit({ 'posts/bad.md': BAD.replace('60', '2') });
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([0, '0 1 0']);
    expect(ran.stdout).toContain('ベースラインの1件は解消しています');
  });

  it('a suppression added without need', async () => {
    const { root, commit } = branch();
    commit({
      'posts/good.md': GOOD.replace(
        '駅から',
        '<!-- textlint-disable koetsu/contradictory-figures -- 不要 -->\n\n駅から',
      ),
    });
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([0, '1 0 0']);
    expect(ran.stdout).toContain('unused-suppression');
    expect((await diff(root, '--max-warnings', '0')).code).toBe(1);
  });

  it('the configuration broken', async () => {
    const { root, commit } = branch();
    commit({ '.textlintrc.json': CONFIG.replace('reading-time-mismatch', 'reading-tim-mismatch') });
    const ran = await diff(root);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('reading-time-mismatch');
  });

  it('a file deleted', async () => {
    const { root, git, commit } = branch();
    git('rm', '-q', 'posts/bad.md');
    commit();
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([0, '0 1 0']);
    expect(counts(await diff(root, 'posts/bad.md'))).toBe('0 1 0');
  });

  it('the last article deleted', async () => {
    const { root, git } = branch();
    git('rm', '-q', '-r', 'posts');
    expect(counts(await diff(root))).toBe('0 1 0');
  });

  it('only white space', async () => {
    const { root, commit } = branch();
    commit({ 'posts/bad.md': BAD.replaceAll('。\n', '。 \n').replace('reading_time: ', 'reading_time:   ') });
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([0, '0 0 1']);
  });

  it('CRLF', async () => {
    const { root, commit } = branch();
    commit({ 'posts/bad.md': BAD.replaceAll('\n', '\r\n') });
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([0, '0 0 1']);
  });

  it('a submodule: its articles are another repository', async () => {
    const other = repositoryWith({ 'inside.md': BAD });
    const { root, git, commit } = branch();
    git('submodule', '--quiet', 'add', other.root, 'posts/sub');
    commit();
    expect(counts(await diff(root))).toBe('0 0 0');
    repositoryAt(join(root, 'posts/sub')).commit({ 'more.md': BAD });
    expect(counts(await diff(root))).toBe('0 0 0');
  });

  it('a shallow clone without the merge base', async () => {
    const { root, commit } = branch();
    for (const minutes of [61, 62, 63]) commit({ 'posts/bad.md': article('駅裏の店', minutes) });
    const clone = repositoryAt(folderWith({}));
    clone.git('clone', '-q', '--depth', '1', '-b', 'work', `file://${root}`, '.');
    const absent = await diff(clone.root);
    expect(absent.code).toBe(2);
    expect(absent.stderr).toMatch(/「main」.*浅いクローン.*git fetch --unshallow.*fetch-depth: 0/);
    clone.git('fetch', '-q', '--depth', '1', 'origin', 'main:main');
    const apart = await diff(clone.root, '--locale', 'en');
    expect(apart.code).toBe(2);
    expect(apart.stderr).toMatch(/too shallow.*git fetch --unshallow.*fetch-depth: 0/);
    clone.git('fetch', '-q', '--unshallow', 'origin');
    expect(counts(await diff(clone.root))).toBe('1 1 0');
  });
});

describe('koetsu check --diff', () => {
  it('takes in what is staged, what is not, and new files that are not ignored', async () => {
    const { root, write, git } = branch({ ...SITE, '.gitignore': 'drafts/\n' });
    write({ 'posts/good.md': GOOD.replace('reading_time: 2', 'reading_time: 50') });
    git('add', '.');
    write({ 'posts/harbor.md': HARBOR.replace('reading_time: 2', 'reading_time: 50') });
    write({ 'posts/new.md': BAD, 'drafts/a.md': BAD, 'node_modules/x/a.md': BAD, 'notes.txt': 'x' });
    const index = git('status', '--porcelain');
    const ran = await diff(root, '-f', 'compact');
    expect(ran.stdout.split('\n').map((line) => line.split(':')[0])).toEqual([
      'posts/good.md',
      'posts/harbor.md',
      'posts/new.md',
      '',
    ]);
    expect(git('status', '--porcelain')).toBe(index);
  });

  it('compares with the point where the branch began, not with what the base became', async () => {
    const { root, git, commit } = branch();
    commit({ 'posts/new.md': BAD });
    git('checkout', '-q', 'main');
    commit({ 'posts/bad.md': GOOD, 'posts/theirs.md': BAD });
    git('checkout', '-q', 'work');
    expect(counts(await diff(root))).toBe('1 0 0');
  });

  it('knows articles by any name, and checks those that arguments name', async () => {
    const names = [
      'posts/日本 語.md',
      'posts/"quote".md',
      'posts/-x.md',
      'posts/a\tb.md',
      'posts/[x](*)?.md',
      'posts/🍣.MD',
    ];
    const { root, commit, write } = branch();
    commit(Object.fromEntries(names.slice(0, 3).map((name) => [name, BAD])));
    write(Object.fromEntries(names.slice(3).map((name) => [name, BAD])));
    expect(counts(await diff(root))).toBe('6 0 0');
    expect(counts(await diff(root, 'posts/日本 語.md', 'posts/*quote*.md'))).toBe('2 0 0');
    expect(counts(await run(['check', '--diff', 'main', '../posts'], join(root, 'posts'), { env: GIT_ENV }))).toBe(
      '6 0 0',
    );
    const none = await diff(root, 'nowhere.md');
    expect([none.code, none.stderr]).toEqual([2, 'koetsu: 「nowhere.md」というファイルやフォルダーはありません。\n']);
  });

  it('heeds .textlintignore and takes no links', async () => {
    const { root, write } = branch();
    write({ '.textlintignore': 'old/\n', 'old/a.md': BAD });
    symlinkSync('bad.md', join(root, 'posts/link.md'));
    expect(counts(await diff(root))).toBe('0 0 0');
  });

  it('lists only new findings in every format; the summary goes where it does no harm', async () => {
    const { root, write } = branch();
    write({ 'posts/bad.md': `${BAD}費用は1,200円×12か月＝15,000円です。\n` });
    const ran = await diff(root, '-f', 'json', '-f', 'markdown=summary.txt');
    const [file, ...others] = JSON.parse(ran.stdout);
    expect(others).toEqual([]);
    expect(file.messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['koetsu/contradictory-figures']);
    expect(ran.stderr).toBe('koetsu: mainとの差分: 新規 1・解消 0・既存 1\n');
  });

  it('does not let pass a file that cannot be read', async () => {
    const { root, write } = branch();
    write({ 'posts/bad.md': Buffer.from([0xff, 0xfe, 0x42, 0x30]) });
    expect((await diff(root)).code).toBe(3);
  });

  it('tells what is wrong with the request', async () => {
    const { root, git } = branch();
    rmSync(join(root, 'posts/good.md'));
    const of = async (...argv: readonly string[]): Promise<string> => {
      const { code, stderr } = await run(['check', ...argv, '--locale', 'en'], root, { env: GIT_ENV });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await of('--diff', 'nobranch')).toContain('no commit or branch "nobranch"');
    expect(await of('--diff=--output=x')).toContain('no commit or branch "--output=x"');
    expect(await of('--diff', 'main', '--fix')).toContain('--diff cannot be combined');
    git('checkout', '-q', '--orphan', 'lonely');
    git('commit', '-q', '-m', 'alone');
    expect(await of('--diff', 'main')).toContain('no history in common');
    const outside = await run(['check', '--diff', 'main', '--locale', 'en'], folderWith(SITE), { env: GIT_ENV });
    expect([outside.code, outside.stderr]).toEqual([
      2,
      'koetsu: --diff works in a git repository only; this folder is in none.\n',
    ]);
    const noGit = await run(['check', '--diff', 'main', '--locale', 'en'], root, { env: { PATH: '/nonexistent' } });
    expect([noGit.code, noGit.stderr]).toEqual([2, expect.stringContaining('--diff needs git')]);
  });

  it('compares a new article with the archive: titles that are taken, wherever the finding stands', async () => {
    const config = only({ 'reading-time-mismatch': true }, { archive: ['posts/**/*.md', 'none/**'] });
    const dated = (date: string, title: string): string => article(title, 2).replace('---\n', `---\ndate: ${date}\n`);
    const site = {
      '.textlintrc.json': config,
      'posts/one.md': dated('2026-01-05', '駅前の店を歩く朝の記録'),
      'posts/two.md': dated('2026-01-06', '港の倉庫を訪ねる夕方の記録'),
      'posts/twin.md': dated('2026-01-07', '港の倉庫を訪ねる夕方の記録'),
    };
    const { root, commit, git } = branch(site);
    const titles = async (): Promise<string[]> => {
      const ran = await diff(root, '-f', 'compact', '--max-warnings', '0');
      expect(ran.code).toBe(ran.stdout.includes('duplicate-title') ? 1 : 0);
      return ran.stdout
        .split('\n')
        .flatMap((line) => (line.includes('duplicate-title') ? (line.split(':')[0] ?? '') : []));
    };
    commit({ 'drafts/three.md': dated('2026-02-01', '駅前の店を歩く朝の記録') });
    expect(await titles()).toEqual([]);
    git('mv', 'drafts/three.md', 'posts/three.md');
    expect(await titles()).toEqual(['posts/three.md']);
    commit({ 'posts/three.md': dated('2025-02-01', '駅前の店を歩く朝の記録') });
    expect(await titles()).toEqual(['posts/one.md']);
    git('rm', '-q', 'posts/three.md');
    git('mv', 'posts/twin.md', 'posts/renamed.md');
    expect(await titles()).toEqual([]);
    git('rm', '-q', 'posts/two.md');
    const fixed = /解消 (\d+)/.exec((await diff(root)).stdout)?.[1];
    expect(Number(fixed)).toBeGreaterThan(0);
  });

  it('does not take a new finding for one that the baseline knows', async () => {
    const { root, commit, git } = branch();
    const twice = `費用は1,200円×12か月＝15,000円です。\n`;
    commit({ 'posts/bad.md': `${BAD}${twice}` });
    await run(['baseline'], root, { env: GIT_ENV });
    commit();
    git('branch', '-f', 'main');
    commit({ 'posts/bad.md': `${BAD}${twice}\n## 夏\n\n夏は別の店です。${twice}` });
    const ran = await diff(root);
    expect([ran.code, counts(ran)]).toEqual([1, '1 0 2']);
  });
});
