// node lint-with-preset.mjs DIST CACHE FAST FILE…: koetsu's engine with preset-ja-technical-writing alone; findings as JSON lines.
import { readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [dist, cacheDirectory, fast, ...files] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(`${dist}/${path}`).href);
const [{ checkConfig }, { lintText }, { loadTokenizer }, { fastRuleNotices }] = await Promise.all([
  load('lint/load-config.js'),
  load('lint/lint-text.js'),
  load('text/load-tokenizer.js'),
  load('lint/fast-rules/intercept.js'),
]);
const data = { rules: { 'preset-koetsu': false, 'preset-ja-technical-writing': true } };
const config = await checkConfig({ file: undefined, root: process.cwd(), data, placeOf: () => undefined });
if (!config.ok) throw new Error(JSON.stringify(config.mistakes));
const tools = { tokenize: await loadTokenizer({ cacheDirectory }), now: new Date(), fastRules: fast === 'true' };
for (const { en } of fastRuleNotices()) console.error(en);
for (const path of files) {
  const findings = await lintText({ text: readFileSync(path, 'utf8'), path }, config.value, tools);
  const messages = findings.map(({ ruleId, message, range, fix, severity }) => ({
    ruleId,
    message,
    range,
    fix,
    severity,
  }));
  for (let line = `${JSON.stringify({ path, messages })}\n`; line; ) line = line.slice(writeSync(1, line));
}
