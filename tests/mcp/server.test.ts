import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { connectMcp } from '../support/mcp-client.ts';
import { only, run } from '../support/run.ts';

const ARTICLE = '港が開いた。\n\n---END---\n\n𠮷野の港は3,000人で賑わった。\n';
const CONFIG = only({ 'generation-artifacts': true });

interface Answer {
  readonly isError?: boolean | undefined;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The client checks structured content against the tool's schema, which it knows from the list. */
async function call(client: Client, name: string, given: Record<string, unknown>): Promise<Answer> {
  await client.listTools();
  const { content, isError, structuredContent } = await client.callTool({ name, arguments: given });
  const text = content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
  return { isError, text, data: (structuredContent ?? {}) as Record<string, unknown> };
}

interface Listed {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly fix?: object;
}

const findingsIn = ({ data }: Answer) => data.findings as readonly Listed[];

describe('koetsu mcp', () => {
  it('lists its tools, with schemas and none that writes', async () => {
    const { tools } = await (await connectMcp(folderWith({}))).listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual([
      'apply_fix',
      'check_files',
      'check_text',
      'explain_rule',
      'list_figures',
    ]);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description).toMatch(/\.$|…$/);
      expect(inputSchema.type).toBe('object');
      expect(outputSchema?.type).toBe('object');
      expect(annotations?.readOnlyHint).toBe(true);
    }
  });

  it('checks a text', async () => {
    const client = await connectMcp(folderWith({ '.textlintrc.json': CONFIG }));
    const answer = await call(client, 'check_text', { text: ARTICLE });
    expect(answer.data).toMatchObject({
      files: 1,
      counts: { error: 1, warning: 0, info: 0 },
      findings: [{ path: null, ruleId: 'koetsu/generation-artifacts', line: 3, column: 1, excerpt: '---END---' }],
      omitted: 0,
      knownByBaseline: 0,
    });
    expect(answer.text).toContain('<text>:3:1 error koetsu/generation-artifacts');
    expect((await call(client, 'check_text', { text: '港が開いた。\n' })).data).toMatchObject({ findings: [] });
    expect((await call(client, 'check_text', { text: ARTICLE, limit: 0 })).data).toMatchObject({
      findings: [],
      omitted: 1,
    });
  });

  it('checks files as the command does', async () => {
    const root = folderWith({ '.textlintrc.json': CONFIG, 'a.md': ARTICLE, 'b/c.md': ARTICLE, 'b/d.md': '港。\n' });
    const answer = await call(await connectMcp(root), 'check_files', { paths: ['a.md', 'b'] });
    const { stdout } = await run(['check', 'a.md', 'b', '--format', 'json', '--locale', 'en'], root);
    const messages = JSON.parse(stdout).flatMap(
      ({ filePath, messages }: { filePath: string; messages: readonly Record<string, unknown>[] }) =>
        messages.map(({ ruleId, message, line, column, fingerprint }) => ({
          path: filePath,
          ruleId,
          message,
          line,
          column,
          fingerprint,
        })),
    );
    expect(answer.data.files).toBe(3);
    expect(messages).toHaveLength(2);
    expect(answer.data.findings).toMatchObject(messages);
    const text = await call(await connectMcp(root), 'check_text', { text: ARTICLE, path: 'a.md' });
    expect(findingsIn(text)[0]?.fingerprint).toBe(messages[0].fingerprint);
  });

  it('leaves out what the baseline knows', async () => {
    const root = folderWith({ '.textlintrc.json': CONFIG, 'a.md': ARTICLE });
    await run(['baseline', 'a.md'], root);
    const { data } = await call(await connectMcp(root), 'check_files', { paths: ['a.md'] });
    expect(data).toMatchObject({ findings: [], knownByBaseline: 1 });
  });

  it('explains a rule', async () => {
    const client = await connectMcp(folderWith({}));
    const answer = await call(client, 'explain_rule', { rule: 'koetsu/broken-sentences' });
    expect(answer.text).toMatch(/^# /);
    expect(answer.data).toMatchObject({ ruleId: 'koetsu/broken-sentences', page: answer.text });
    const unknown = await call(client, 'explain_rule', { rule: 'broken-sentense' });
    expect(unknown).toMatchObject({ isError: true, text: expect.stringContaining('"broken-sentences"') });
  });

  it('lists figures of a text and of a file', async () => {
    const root = folderWith({ 'a.md': ARTICLE });
    const client = await connectMcp(root);
    for (const given of [{ text: ARTICLE }, { path: 'a.md' }, { path: join(root, 'a.md') }]) {
      const { data, text } = await call(client, 'list_figures', given);
      expect(data.figures).toMatchObject([{ line: 5, surface: '3,000人', value: [3000, 3000], unit: 'person' }]);
      expect(text).toContain('3,000人');
    }
    const unbounded = await call(client, 'list_figures', { text: '売上高は500億円以上を目指す。\n' });
    expect(unbounded.data.figures).toMatchObject([{ value: [50_000_000_000, null] }]);
  });
});

describe('apply_fix', () => {
  const rules = only({}).replace('"rules": {', '"rules": { "fixing": true,');
  const site = {
    '.textlintrc.json': rules,
    'node_modules/textlint-rule-fixing/package.json':
      '{ "name": "textlint-rule-fixing", "version": "1.0.0", "main": "index.js" }',
    'node_modules/textlint-rule-fixing/index.js': `
const linter = ({ Syntax, getSource, report, RuleError, fixer, locator }) => ({
  [Syntax.Str](node) {
    for (const { index } of getSource(node).matchAll(/!/g)) {
      console.log('rules may print');
      const range = [index, index + 1];
      report(node, new RuleError('half width', { padding: locator.range(range), fix: fixer.replaceTextRange(range, '！') }));
    }
  },
});
module.exports = { linter, fixer: linter };`,
  };

  it('applies all safe fixes, or that of one finding', async () => {
    const client = await connectMcp(folderWith(site));
    const text = '𠮷野!港!\n';
    const all = await call(client, 'apply_fix', { text });
    expect(all.data).toEqual({ text: '𠮷野！港！\n', applied: 2, left: { error: 0, warning: 0, info: 0 } });
    expect(all.text).toBe('𠮷野！港！\n');
    const none = await call(client, 'apply_fix', { text: '港。\n' });
    expect(none.data).toEqual({ text: '港。\n', applied: 0, left: { error: 0, warning: 0, info: 0 } });
    const found = findingsIn(await call(client, 'check_text', { text, path: 'a.md' }));
    expect(found[1]).toMatchObject({ line: 1, column: 6, fix: { replaces: '!', text: '！' } });
    const one = await call(client, 'apply_fix', { text, path: 'a.md', fingerprint: found[1]?.fingerprint });
    expect(one.data).toMatchObject({ text: '𠮷野!港！\n', applied: 1, left: { error: 1 } });
  });

  it('offers and applies no fix that would change what it does not touch', async () => {
    const client = await connectMcp(folderWith({ '.textlintrc.json': only({ 'generation-artifacts': true }) }));
    // Without the mark the two lists would be one.
    const lists = { text: '- 港\n\n---END---\n\n- 船\n' };
    const [finding] = findingsIn(await call(client, 'check_text', lists));
    expect(finding?.fix).toBeUndefined();
    expect((await call(client, 'apply_fix', lists)).data).toMatchObject({ ...lists, applied: 0 });
    expect(await call(client, 'apply_fix', { ...lists, fingerprint: finding?.fingerprint })).toMatchObject({
      isError: true,
      text: 'This finding cannot be fixed automatically.',
    });
    const [other] = findingsIn(await call(client, 'check_text', { text: '港\n\n---END---\n\n船\n' }));
    expect(other?.fix).toMatchObject({ replaces: '---END---\n\n' });
  });

  it('says what it cannot apply', async () => {
    const client = await connectMcp(folderWith({ '.textlintrc.json': CONFIG }));
    const text = ARTICLE;
    expect(await call(client, 'apply_fix', { text, suggestion: 1 })).toMatchObject({
      isError: true,
      text: 'suggestion needs the fingerprint of a finding.',
    });
    expect(await call(client, 'apply_fix', { text, fingerprint: 'none' })).toMatchObject({
      isError: true,
      text: expect.stringContaining('no finding with the fingerprint "none"'),
    });
    const [finding] = findingsIn(await call(client, 'check_text', { text }));
    const given = { text, fingerprint: finding?.fingerprint, suggestion: 9 };
    expect(await call(client, 'apply_fix', given)).toMatchObject({
      isError: true,
      text: expect.stringMatching(/^This finding has \d suggestions\.$/),
    });
  });
});

describe('what a client gets wrong', () => {
  it.each([
    ['check_files', { paths: ['nowhere.md', 'nor/here.md'] }, /"nowhere\.md"[\s\S]*"nor\/here\.md"/],
    ['check_files', { paths: [] }, /paths|length/i],
    ['check_files', { paths: 'a.md' }, /array/i],
    ['check_text', {}, /text/],
    ['check_text', { text: 3 }, /string/],
    ['list_figures', {}, /Give text or path/],
    ['list_figures', { path: 'nowhere.md' }, /nowhere\.md.*cannot be read/],
    ['list_figures', { path: '.' }, /folder, not a file/],
    ['apply_fix', { text: '港。', suggestion: 0 }, /suggestion|>=1/],
  ])('%s %j', async (name, given, message) => {
    const client = await connectMcp(folderWith({ 'a.md': ARTICLE, '.textlintrc.json': CONFIG }));
    const answer = await call(client, name, given);
    expect(answer.isError).toBe(true);
    expect(answer.text).toMatch(message);
    expect(answer.text).not.toContain('    at ');
    expect((await call(client, 'check_text', { text: ARTICLE })).isError).toBeFalsy();
  });

  it('a broken configuration: all mistakes, and it is read anew by the next call', async () => {
    const { writeFileSync } = await import('node:fs');
    const root = folderWith({
      '.textlintrc.json': '{ "rules": { "preset-koetsu": { "broken-sentense": true } }, "x": 1 }',
    });
    const client = await connectMcp(root);
    for (const [name, given] of [
      ['check_text', { text: ARTICLE }],
      ['check_files', { paths: ['.'] }],
      ['apply_fix', { text: ARTICLE }],
    ] as const) {
      const answer = await call(client, name, given);
      expect(answer.isError).toBe(true);
      expect(answer.text).toContain('"broken-sentences"');
      expect(answer.text.split('\n')).toHaveLength(2);
    }
    writeFileSync(join(root, '.textlintrc.json'), CONFIG);
    expect(findingsIn(await call(client, 'check_text', { text: ARTICLE }))).toHaveLength(1);
  });

  it('a file that is no text costs one finding', async () => {
    const root = folderWith({
      '.textlintrc.json': CONFIG,
      'a.md': new Uint8Array([0x82, 0xa0, 0xff]),
      'b.md': ARTICLE,
    });
    const answer = await call(await connectMcp(root), 'check_files', { paths: ['.'] });
    expect(findingsIn(answer).map(({ ruleId }) => ruleId)).toEqual(['internal-error', 'koetsu/generation-artifacts']);
  });
});
