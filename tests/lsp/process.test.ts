import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { startProcess } from '../support/lsp-process.ts';
import { only } from '../support/run.ts';

const ARTICLE = '港が開いた。\n\n---END---\n';
const OURS = 'koetsu/generation-artifacts';

/** A site with a textlint rule whose code is given. */
function siteWith(rule: string): { root: string; uri: string } {
  const config = { ...JSON.parse(only({ 'generation-artifacts': true })) };
  const root = folderWith({
    '.textlintrc.json': JSON.stringify({ ...config, rules: { ...config.rules, own: true } }),
    'node_modules/textlint-rule-own/package.json':
      '{ "name": "textlint-rule-own", "version": "1.0.0", "main": "index.js" }',
    'node_modules/textlint-rule-own/index.js': `module.exports = ({ Syntax, report, RuleError }) => ({ [Syntax.Document](node) { ${rule} } });`,
  });
  return { root, uri: pathToFileURL(join(root, 'a.md')).href };
}

const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('the language server as a process', () => {
  beforeAll(buildOnce);

  it('serves, shuts down and exits', async () => {
    const { root, uri } = siteWith("console.log('rules may print'); report(node, new RuleError('own'));");
    const client = await startProcess({ rootUri: pathToFileURL(root).href });
    await client.open(uri, ARTICLE);
    const found = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 2);
    expect(codes(found).toSorted()).toEqual([OURS, 'own']);
    expect(client.stderr()).toContain('rules may print');
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect(await client.exit).toBe(0);
  });

  it('compares open articles with the archive, in a thread of its own', async () => {
    const passage = ['港', '駅', '橋']
      .map((it) => `北の町では新しい${it}の大きな工事が、去年の春の終わりごろに静かに始まりました。`)
      .join('');
    const root = folderWith({
      '.textlintrc.json': only({}, { archive: ['posts/*.md'] }),
      'posts/2026-01-01-a.md': `# 甲\n\n${passage}\n`,
    });
    const uri = pathToFileURL(join(root, 'posts/2026-01-02-b.md')).href;
    const client = await startProcess({ rootUri: pathToFileURL(root).href });
    await client.open(uri, `# 乙\n\n${passage}\n`);
    const found = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
    expect(codes(found)).toEqual(['archive/shared-passage']);
  });

  it('survives messages that are none', async () => {
    const { root, uri } = siteWith('');
    const client = await startProcess({ rootUri: pathToFileURL(root).href });
    const send = (body: string) => client.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    for (const body of ['{', '[]', 'null', '3', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":1}', '\u0000']) send(body);
    client.raw('no header at all\r\n\r\n');
    client.raw('Content-Type: text/plain\r\n\r\n');
    client.raw('Content-Length: many\r\n\r\n');
    send('{"jsonrpc":"2.0","method":"textDocument/didChange","params":null}');
    send('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":4},"contentChanges":7}}');
    send('{"jsonrpc":"2.0","id":99,"method":"textDocument/hover","params":{"textDocument":{}}}');
    send('{"jsonrpc":"2.0","id":98,"method":"koetsu/unknown"}');
    await client.open(uri, ARTICLE);
    expect(codes(await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0))).toEqual([OURS]);
  });

  it('stops a rule that never returns, says so, and goes on', async () => {
    const { root, uri } = siteWith("if (node.raw.includes('止まる')) for (;;);");
    const client = await startProcess({ rootUri: pathToFileURL(root).href }, { KOETSU_LSP_TIME_LIMIT: '1500' });
    await client.open(uri, `止まる。\n\n${ARTICLE}`);
    const isStopped = ({ diagnostics }: { diagnostics: readonly { code?: unknown }[] }) =>
      codes(diagnostics).includes('internal-error');
    expect(codes(await client.diagnostics(uri, isStopped))).toEqual(['internal-error', OURS]);
    await client.change(uri, 2, [{ text: ARTICLE }]);
    const isFine = ({ version }: { version?: number }) => version === 2;
    expect(codes(await client.diagnostics(uri, isFine))).toEqual([OURS]);
  });

  it('survives a rule that ends its thread', async () => {
    const { root, uri } = siteWith("if (node.raw.includes('落ちる')) process.exit(7);");
    const client = await startProcess({ rootUri: pathToFileURL(root).href });
    await client.open(uri, `落ちる。\n\n${ARTICLE}`);
    const found = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 2);
    expect(codes(found)).toEqual(['internal-error', OURS]);
    await client.change(uri, 2, [{ text: ARTICLE }]);
    expect(codes(await client.diagnostics(uri, ({ version }) => version === 2))).toEqual([OURS]);
  });

  it('loads rules afresh when packages change', async () => {
    const { root, uri } = siteWith("report(node, new RuleError('old'));");
    const client = await startProcess({ rootUri: pathToFileURL(root).href });
    await client.open(uri, ARTICLE);
    const says =
      (message: string) =>
      ({ diagnostics }: { diagnostics: readonly { message: unknown }[] }) =>
        diagnostics.some((it) => it.message === message);
    await client.diagnostics(uri, says('old'));
    const file = join(root, 'node_modules/textlint-rule-own/index.js');
    writeFileSync(file, readFileSync(file, 'utf8').replace("'old'", "'new'"));
    // As npm does when it has installed.
    writeFileSync(join(root, 'node_modules/.package-lock.json'), '{}');
    expect(codes(await client.diagnostics(uri, says('new'))).toSorted()).toEqual([OURS, 'own']);
  });

  it('ends when the editor does', async () => {
    const { root } = siteWith('');
    const client = await startProcess({ rootUri: pathToFileURL(root).href });
    client.connection.end();
    expect(await client.exit).toBe(1);
  });
});
