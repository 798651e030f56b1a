import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { GIT_ENV, type Repository, repositoryAt, repositoryWith } from '../support/repository.ts';
import { CACHE, only } from '../support/run.ts';

const body = '駅から店までは歩いて五分です。広場には木が並び、朝は市が立ちます。\n\n';
const article = (title: string, minutes: number): string =>
  `---\ntitle: ${title}\nreading_time: ${minutes}\n---\n\n${body.repeat(20)}`;

const SITE = {
  '.textlintrc.json': only({ 'reading-time-mismatch': true }),
  'posts/old.md': article('前からの誤り', 60),
  'posts/good.md': article('駅前の店', 2),
};

interface Step {
  readonly code: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the step of the action in a checkout, with the files and variables that GitHub gives it. */
function runStep(
  cwd: string,
  event: { readonly name: string; readonly payload?: object; readonly baseRef?: string },
  inputs: Readonly<Record<string, string>> = {},
): Step {
  const files = folderWith({
    'event.json': JSON.stringify(event.payload ?? {}),
    output: '',
    'summary.md': '# before\n',
  });
  const { status, stdout, stderr } = spawnSync('bash', [join(ROOT, 'scripts/action.sh')], {
    cwd,
    encoding: 'utf8',
    env: {
      ...GIT_ENV,
      KOETSU_ACTION_PATH: ROOT,
      KOETSU_CACHE: CACHE,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: join(files, 'event.json'),
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary.md'),
      ...(event.baseRef ? { GITHUB_BASE_REF: event.baseRef } : {}),
      INPUT_SARIF: join(files, 'out.sarif'),
      ...inputs,
    },
  });
  const lines = readFileSync(join(files, 'output'), 'utf8').trim().split('\n');
  return {
    code: status,
    log: stdout + stderr,
    summary: readFileSync(join(files, 'summary.md'), 'utf8'),
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))),
  };
}

/** What GitHub holds: `main`, which went on after the branch began, and the pull request merged into it. */
function hosted(changed: Readonly<Record<string, string>>): { readonly origin: Repository; readonly base: string } {
  const origin = repositoryWith(SITE);
  origin.git('checkout', '-q', '-b', 'work');
  origin.commit(changed);
  origin.git('checkout', '-q', 'main');
  origin.commit({ 'posts/theirs.md': article('ほかの人の誤り', 70) });
  origin.git('checkout', '-q', '--detach');
  origin.git('merge', '-q', '--no-ff', '-m', 'merge', 'work');
  origin.git('update-ref', 'refs/pull/1/merge', 'HEAD');
  origin.git('checkout', '-q', 'main');
  return { origin, base: origin.git('rev-parse', 'main').trim() };
}

/** As actions/checkout does it with its default depth of one. */
function checkout({ root }: Repository): Repository {
  const clone = repositoryAt(folderWith({}));
  clone.git('init', '-q');
  clone.git('remote', 'add', 'origin', `file://${root}`);
  clone.git('fetch', '-q', '--no-tags', '--depth=1', 'origin', '+refs/pull/1/merge:refs/remotes/pull/1/merge');
  clone.git('checkout', '-q', '--detach', 'refs/remotes/pull/1/merge');
  return clone;
}

const pullRequest = (sha: string) => ({
  name: 'pull_request',
  baseRef: 'main',
  payload: { pull_request: { base: { sha } } },
});

describe('scripts/action.sh', () => {
  beforeAll(buildOnce, 180_000);

  it('fails a pull request for what it introduces, in a shallow checkout', () => {
    const { origin, base } = hosted({ 'posts/new.md': article('新しい誤り', 80) });
    const { code, log, summary, outputs } = runStep(checkout(origin).root, pullRequest(base));
    expect(code).toBe(1);
    expect(log).toMatch(/^::error file=posts\/new\.md,line=3/m);
    expect(log).not.toContain('old.md');
    expect(log).not.toContain('theirs.md');
    expect(log).toContain('新規 1・解消 0・既存 0');
    expect(summary).toMatch(/^# before\n/);
    expect(summary).toContain('posts/new.md');
    expect(summary).toContain('新規 1・解消 0・既存 0');
    expect(outputs).toEqual({ 'exit-code': '1', base, sarif: expect.stringMatching(/out\.sarif$/) });
  }, 60_000);

  it('passes one that introduces nothing, though there are findings', () => {
    const { origin, base } = hosted({ 'posts/old.md': `${article('前からの誤り', 60)}夕方は静かです。\n` });
    const clone = checkout(origin);
    const step = runStep(clone.root, pullRequest(base));
    expect([step.code, step.log.includes('::error')]).toEqual([0, false]);
    expect(step.log).toContain('新規 0・解消 0・既存 1');
  }, 60_000);

  it('writes a SARIF file, takes paths line by line, and need not fail', () => {
    const { origin, base } = hosted({
      'posts/new.md': article('新しい誤り', 80),
      'drafts/$(id) x.md': article('草稿', 90),
    });
    const clone = checkout(origin);
    const sarif = join(clone.root, 'out.sarif');
    const inputs = {
      INPUT_PATHS: 'drafts/$(id) x.md\n\n',
      INPUT_FAIL: 'false',
      INPUT_SARIF: sarif,
      INPUT_LOCALE: 'en',
    };
    const step = runStep(clone.root, pullRequest(base), inputs);
    expect([step.code, step.outputs['exit-code']]).toEqual([0, '1']);
    const { runs } = JSON.parse(readFileSync(sarif, 'utf8'));
    expect(runs[0].results).toHaveLength(1);
    expect(JSON.stringify(runs[0].results)).toContain('drafts/');
  }, 60_000);

  it('checks every article on a push, with the koetsu of the project, in a folder', () => {
    const { origin } = hosted({});
    mkdirSync(join(origin.root, 'posts/node_modules/.bin'), { recursive: true });
    symlinkSync(join(ROOT, 'dist/src/cli/bin.js'), join(origin.root, 'posts/node_modules/.bin/koetsu'));
    const step = runStep(join(origin.root, 'posts'), { name: 'push' }, { KOETSU_ACTION_PATH: '/nonexistent' });
    expect([step.code, step.outputs.base]).toEqual([1, '']);
    expect(step.log).toMatch(/^::error file=posts\/old\.md/m);
    expect(step.log).toMatch(/^::error file=posts\/theirs\.md/m);
  }, 60_000);

  it('says what to do where the history cannot be had', () => {
    const { origin, base } = hosted({ 'posts/new.md': article('新しい誤り', 80) });
    const clone = checkout(origin);
    clone.git('remote', 'set-url', 'origin', 'file:///nonexistent');
    const step = runStep(clone.root, pullRequest(base));
    expect([step.code, step.outputs]).toEqual([2, { 'exit-code': '2', base }]);
    expect(step.log).toContain('fetch-depth: 0');
  }, 60_000);

  it('finds the base where the event names none, and in a merge queue', () => {
    const { origin, base } = hosted({ 'posts/new.md': article('新しい誤り', 80) });
    const clone = repositoryAt(folderWith({}));
    clone.git('clone', '-q', '-b', 'work', `file://${origin.root}`, '.');
    const named = runStep(clone.root, { name: 'pull_request', baseRef: 'main' });
    expect([named.code, named.outputs.base]).toEqual([1, 'origin/main']);
    const queued = runStep(clone.root, { name: 'merge_group', payload: { merge_group: { base_sha: base } } });
    expect([queued.code, queued.outputs.base]).toEqual([1, base]);
    expect(runStep(clone.root, { name: 'push' }, { INPUT_DIFF: 'origin/main' }).outputs.base).toBe('origin/main');
    expect(runStep(clone.root, pullRequest(base), { INPUT_DIFF: 'off' }).outputs.base).toBe('');
  }, 60_000);
});

const yaml = (path: string) => parse(readFileSync(join(ROOT, path), 'utf8'));

describe('files for CI', () => {
  const action = yaml('action.yml');

  it('hands every input to the script, and nothing by way of its text', () => {
    const step = action.runs.steps.at(-1);
    const script = readFileSync(join(ROOT, 'scripts/action.sh'), 'utf8');
    const given = Object.keys(step.env).filter((name) => name.startsWith('INPUT_'));
    const handled = ['node-version', 'working-directory'];
    const names = Object.keys(action.inputs).filter((name) => !handled.includes(name));
    expect(given.sort()).toEqual(names.map((name) => `INPUT_${name.toUpperCase().replaceAll('-', '_')}`).sort());
    for (const name of given) expect(script).toContain(`\${${name}:-`);
    expect(step.run).toBe('bash "$KOETSU_ACTION_PATH/scripts/action.sh"');
    for (const name of Object.keys(action.outputs)) expect(script).toContain(`printf '${name}=`);
  });

  it('has examples that use inputs and options that exist', () => {
    const steps = yaml('examples/ci/github.yml').jobs.koetsu.steps;
    const used = steps.find(({ uses = '' }: { uses?: string }) => uses.includes('/koetsu@'));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used.with)));
    const main = readFileSync(join(ROOT, 'src/cli/main.ts'), 'utf8');
    const scripts = [
      ...yaml('examples/ci/gitlab.yml').koetsu.script,
      ...yaml('examples/ci/reviewdog.yml').jobs.koetsu.steps.map(({ run = '' }: { run?: string }) => run),
      ...yaml('.pre-commit-hooks.yaml').map(({ entry }: { entry: string }) => entry),
    ].filter((script: string) => script.includes('koetsu check'));
    expect(scripts).toHaveLength(4);
    const options = scripts.flatMap((script: string) => script.split('|')[0]?.match(/--[a-z-]+/g) ?? []);
    expect(options.length).toBeGreaterThan(5);
    for (const option of options) expect(main).toContain(option);
    expect(existsSync(join(ROOT, 'scripts/action.sh'))).toBe(true);
  });
});
