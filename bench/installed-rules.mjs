/**
 * Compares koetsu's engine with the stock textlint CLI, both with preset-ja-technical-writing alone, in alternating pairs:
 * first that the messages are equal, then CPU, wall time and memory.
 *
 *     npm run build && node bench/installed-rules.mjs [--corpus DIR] [--posts N] [--pairs N] [--dist DIR] [--plain] [FILE…]
 *
 * The posts are taken evenly from the folder; `--plain` switches koetsu's fast rules off. Exit code 1 if a message differs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string', default: resolve(root, '../shared/corpus/archive') },
    posts: { type: 'string', default: '30' },
    pairs: { type: 'string', default: '2' },
    dist: { type: 'string', default: resolve(root, 'dist/src') },
    plain: { type: 'boolean', default: false },
  },
});

const work = mkdtempSync(join(tmpdir(), 'koetsu-bench-'));
const configFile = join(work, 'textlintrc.json');
writeFileSync(configFile, JSON.stringify({ rules: { 'preset-ja-technical-writing': true } }));
const files = positionals.length > 0 ? positionals.map((path) => resolve(path)) : sample();
const characters = files.reduce((sum, path) => sum + statSync(path).size, 0);
console.log(`${files.length} files, ${(characters / 1e6).toFixed(2)} MB`);

// Builds the dictionary once: a user's first run does, all others find it.
koetsu(files.slice(0, 1));
const ratios = [];
for (let pair = 1; pair <= Number(values.pairs); pair++) {
  const theirs = textlint(files);
  const ours = koetsu(files);
  const different = compare(theirs.messages, ours.messages);
  console.log(`pair ${pair}: ${theirs.messages.size} messages, ${different} different`);
  if (different > 0) process.exitCode = 1;
  show('textlint', theirs.usage);
  show('koetsu', ours.usage);
  ratios.push(...(different > 0 ? [] : [ratio(ours.usage, theirs.usage)]));
}
for (const key of ratios.length > 0 ? ['cpu', 'wall', 'rss'] : []) {
  const all = ratios.map((it) => it[key]).sort((a, b) => a - b);
  const [low, high] = [all[0], all.at(-1)].map((it) => it.toFixed(3));
  console.log(`${key}: ${all[all.length >> 1].toFixed(3)} of textlint's (${low} to ${high} in ${all.length} pairs)`);
}
rmSync(work, { recursive: true });

function sample() {
  const names = readdirSync(values.corpus, { recursive: true }).filter((name) => name.endsWith('.md'));
  const every = Math.max(1, names.length / Number(values.posts));
  const chosen = Array.from(
    { length: Math.min(names.length, Number(values.posts)) },
    (_, i) => names.sort()[Math.floor(i * every)],
  );
  return chosen.map((name) => join(values.corpus, name));
}

function textlint(paths) {
  const bin = join(root, 'node_modules/textlint/bin/textlint.js');
  const base = ['--rules-base-directory', join(root, 'node_modules'), '-c', configFile, '-f', 'json'];
  const { output, usage } = measure([bin, ...base, ...paths]);
  const messages = JSON.parse(output).flatMap(({ filePath, messages }) => messages.map((it) => essence(filePath, it)));
  return { messages: new Set(messages), usage };
}

function koetsu(paths) {
  const runner = join(import.meta.dirname, 'support/lint-with-preset.mjs');
  const { output, usage } = measure([
    runner,
    values.dist,
    join(tmpdir(), 'koetsu-bench-cache'),
    String(!values.plain),
    ...paths,
  ]);
  const results = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { messages: new Set(results.flatMap(({ path, messages }) => messages.map((it) => essence(path, it)))), usage };
}

function measure(argv) {
  const usageFile = join(work, 'usage.json');
  const options = { cwd: root, env: { ...process.env, BENCH_USAGE: usageFile }, encoding: 'utf8', maxBuffer: 1 << 30 };
  const argument = ['--require', join(import.meta.dirname, 'support/usage.cjs'), ...argv];
  const output = run(argument, options);
  return { output, usage: JSON.parse(readFileSync(usageFile, 'utf8')) };
}

/** Exit code 1 of textlint means messages. */
function run(argument, options) {
  try {
    return execFileSync(process.execPath, argument, options);
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout;
    throw error;
  }
}

function essence(path, { ruleId, message, range, fix, severity }) {
  const level = { 1: 'warning', 2: 'error', 3: 'info' }[severity] ?? severity;
  return JSON.stringify([path, ruleId, message, range, fix?.range, fix?.text, level]);
}

function compare(theirs, ours) {
  const missing = [...theirs].filter((it) => !ours.has(it));
  const added = [...ours].filter((it) => !theirs.has(it));
  for (const [sign, list] of [
    ['-', missing],
    ['+', added],
  ])
    for (const it of list.slice(0, 5)) console.log(sign, it);
  return missing.length + added.length;
}

function show(name, { cpu, wall, rss }) {
  console.log(`  ${name.padEnd(9)} ${cpu.toFixed(2)} s CPU, ${wall.toFixed(2)} s wall, ${rss.toFixed(0)} MB`);
}

function ratio(ours, theirs) {
  return { cpu: ours.cpu / theirs.cpu, wall: ours.wall / theirs.wall, rss: ours.rss / theirs.rss };
}
