// From a key to its diagnostics, as a ratio to one kernel.lintText of the same text with the preset, in the same run.
// node bench/lsp-latency.mjs ARTICLE.md [EDITS]      (after npm run build)
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import preset from 'textlint-rule-preset-ja-technical-writing';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const [file, count = '40'] = process.argv.slice(2);
const bin = new URL('../dist/src/cli/bin.js', import.meta.url).pathname;
const server = spawn(process.execPath, [bin, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
const uri = 'untitled:bench';
let text = readFileSync(file, 'utf8');
let heard = [];
connection.onNotification('textDocument/publishDiagnostics', ({ version }) =>
  heard.push({ version, at: performance.now() }),
);
connection.listen();
await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
await connection.sendNotification('initialized', {});

const rules = Object.entries(preset.rules)
  .map(([ruleId, rule]) => ({ ruleId, rule, options: preset.rulesConfig[ruleId] }))
  .filter(({ options }) => options !== false);
const plugins = [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }];
const kernel = new TextlintKernel();

await connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'markdown', version: 0, text },
});
await settle();
const [own, all, stock] = [[], [], []];
for (let version = 1; version <= Number(count); version++) {
  const at = text.indexOf('。', Math.floor((text.length * (version % 17)) / 18));
  const before = text.slice(0, at).split('\n');
  const place = { line: before.length - 1, character: before.at(-1).length };
  text = `${text.slice(0, at)}の${text.slice(at)}`;
  heard = [];
  const began = performance.now();
  const contentChanges = [{ range: { start: place, end: place }, text: 'の' }];
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  await settle();
  const times = heard.filter((it) => it.version === version).map(({ at: time }) => time - began);
  own.push(times[0]);
  all.push(times.at(-1));
  const start = performance.now();
  await kernel.lintText(text, { ext: '.md', plugins, rules });
  stock.push(performance.now() - start);
}
server.kill();
const part = (times, share) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)];
const base = part(stock, 0.5);
for (const [name, times] of [
  ['our rules', own],
  ['all rules', all],
  ['kernel.lintText', stock],
]) {
  const shown = [0.5, 0.95].map(
    (share) => `${part(times, share).toFixed(1)} ms (${(part(times, share) / base).toFixed(3)})`,
  );
  console.log(`${name.padEnd(16)} p50 ${shown[0]}  p95 ${shown[1]}`);
}

/** Answered when all rules have run on the newest version. */
function settle() {
  return connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
}
