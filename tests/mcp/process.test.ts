import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { CACHE, only } from '../support/run.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');

/** A site whose rule prints to standard output, which belongs to the protocol. */
const site = {
  '.textlintrc.json': only({ 'generation-artifacts': true }).replace('"rules": {', '"rules": { "printing": true,'),
  'node_modules/textlint-rule-printing/package.json':
    '{ "name": "textlint-rule-printing", "version": "1.0.0", "main": "index.js" }',
  'node_modules/textlint-rule-printing/index.js':
    "module.exports = ({ Syntax }) => ({ [Syntax.Document]() { console.log('rules may print'); } });",
};

describe('koetsu mcp as a process', () => {
  beforeAll(buildOnce, 120_000);

  it('serves the official client over standard input and output', async () => {
    const env = { ...process.env, KOETSU_CACHE: CACHE } as Record<string, string>;
    const cwd = folderWith(site);
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [BIN, 'mcp'],
      cwd,
      env,
      stderr: 'pipe',
    });
    const client = new Client({ name: 'test', version: '1.0.0' });
    const errors: Error[] = [];
    client.onerror = (error) => errors.push(error);
    await client.connect(transport);
    let stderr = '';
    transport.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    expect((await client.listTools()).tools).toHaveLength(5);
    for (const name of ['check_text', 'apply_fix']) {
      const { isError } = await client.callTool({ name, arguments: { text: '港が開いた。\n\n---END---\n' } });
      expect(isError).toBeFalsy();
    }
    await expect.poll(() => stderr).toContain('rules may print');
    await client.close();
    expect(errors).toEqual([]);
  }, 30_000);

  it('survives messages that are none and ends with its input', async () => {
    const server = spawn(process.execPath, [BIN, 'mcp'], {
      cwd: folderWith({}),
      env: { ...process.env, KOETSU_CACHE: CACHE },
    });
    onTestFinished(() => void server.kill());
    let out = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    for (const line of ['{', '[]', 'null', '{"jsonrpc":"2.0"}', '\u0000']) server.stdin.write(`${line}\n`);
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } };
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
    await expect.poll(() => out, { timeout: 10_000 }).toContain('"name":"koetsu"');
    const exit = once(server, 'exit');
    server.stdin.end();
    expect(await exit).toEqual([0, null]);
  }, 30_000);
});
