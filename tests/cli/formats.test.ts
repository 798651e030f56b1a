import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../src/cli/format-names.ts';
import { folderWith } from '../support/folder.ts';
import { nodesIn } from '../support/rendered.ts';
import { only, run } from '../support/run.ts';
import { commandsIn } from '../support/workflow-commands.ts';
import { elementsOf, readXml } from '../support/xml.ts';

/** A repository whose articles lie in a folder of a folder, one of them wrong. */
function repository(): string {
  const article = (minutes: number): string =>
    `---\ntitle: 駅前の店\nreading_time: ${minutes}\n---\n\n${'駅から店までは歩いて五分です。'.repeat(200)}\n`;
  const root = folderWith({
    'site/.textlintrc.json': only({ 'reading-time-mismatch': true }),
    'site/posts/右 手.md': article(60),
    'site/posts/right.md': article(6),
  });
  mkdirSync(join(root, '.git'));
  return root;
}

const filesOf = (names: readonly string[]): string[] => names.flatMap((name) => ['--format', `${name}=out.${name}`]);

describe('--format', () => {
  it('writes every format in one run; none changes the exit code', async () => {
    const root = repository();
    const cwd = join(root, 'site');
    const plain = await run(['check', '--no-cache'], cwd);
    const ran = await run(['check', '--no-cache', ...filesOf(FORMAT_NAMES)], cwd);
    expect(ran).toEqual({ code: plain.code, stdout: '', stderr: '' });
    for (const name of FORMAT_NAMES)
      expect(readFileSync(join(cwd, `out.${name}`), 'utf8'), name).toMatch(/手|%E6%89%8B/);
    for (const name of FORMAT_NAMES) {
      const alone = await run(['check', '--no-cache', 'posts/right.md', '--format', name], cwd);
      expect([name, alone.code]).toEqual([name, 0]);
    }
  });

  it('names files from the root of the repository for GitHub and GitLab, from the working folder for others', async () => {
    const cwd = join(repository(), 'site');
    await run(['check', '--no-cache', ...filesOf(FORMAT_NAMES)], cwd);
    const read = (name: string): string => readFileSync(join(cwd, `out.${name}`), 'utf8');
    expect(commandsIn(read('github'))[0]?.properties.file).toBe('site/posts/右 手.md');
    expect(JSON.parse(read('gitlab'))[0].location.path).toBe('site/posts/右 手.md');
    const [result] = JSON.parse(read('sarif')).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('site/posts/%E5%8F%B3%20%E6%89%8B.md');
    expect(JSON.parse(read('rdjsonl')).location.path).toBe('posts/右 手.md');
    expect(elementsOf(readXml(read('checkstyle')), 'file').map(({ attributes }) => attributes.name)).toContain(
      'posts/右 手.md',
    );
  });

  it('carries the page of a rule into SARIF', async () => {
    const cwd = join(repository(), 'site');
    const { stdout } = await run(['check', '--no-cache', '--format', 'sarif'], cwd);
    const { tool, results } = JSON.parse(stdout).runs[0];
    expect(tool.driver.rules[results[0].ruleIndex]).toMatchObject({
      id: 'koetsu/reading-time-mismatch',
      help: { markdown: expect.stringContaining('# reading-time-mismatch') },
      helpUri: expect.stringContaining('/rules/reading-time-mismatch/README.md'),
    });
  });

  it('adds to the job summary, with links to the lines at this commit', async () => {
    const root = folderWith({ 'summary.md': '# Earlier\n' });
    const summary = join(root, 'summary.md');
    const env = {
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'someone/site',
      GITHUB_SHA: 'abc123',
    };
    const cwd = join(repository(), 'site');
    await run(['check', '--no-cache', '--format', `markdown=${summary}`, '--format', 'github'], cwd, { env });
    const text = readFileSync(summary, 'utf8');
    expect(text.startsWith('# Earlier\n### koetsu\n')).toBe(true);
    expect(nodesIn(text).flatMap((node) => (node.type === 'link' ? [node.url] : []))).toContain(
      'https://github.com/someone/site/blob/abc123/site/posts/%E5%8F%B3%20%E6%89%8B.md?plain=1#L3',
    );
  });

  it('links lines on GitLab', async () => {
    const env = { CI_PROJECT_URL: 'https://gitlab.example/g/site', CI_COMMIT_SHA: 'abc123' };
    const { stdout } = await run(['check', '--no-cache', '--format', 'markdown'], join(repository(), 'site'), { env });
    expect(stdout).toContain('https://gitlab.example/g/site/-/blob/abc123/site/posts/');
  });

  it('keeps the name of standard input', async () => {
    const given = { stdin: '---\ntitle: 店\nreading_time: 60\n---\n\n短い。\n' };
    const cwd = join(repository(), 'site');
    const { stdout } = await run(['check', '--stdin', '--format', 'github'], cwd, given);
    expect(commandsIn(stdout)[0]?.properties.file).toBe('<stdin>');
  });

  it('refuses two reports in one file', async () => {
    const cwd = join(repository(), 'site');
    const ran = await run(['check', '--format', 'json=a', '--format', 'sarif=./a', '--locale', 'en'], cwd);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('Two reports') });
  });

  it('is listed in the help', async () => {
    const { stdout } = await run(['check', '--help'], join(repository(), 'site'));
    for (const name of FORMAT_NAMES) expect(stdout).toContain(name);
  });
});
