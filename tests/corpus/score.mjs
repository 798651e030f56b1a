// Scores the built package against the labelled articles in ../shared, if they are there, and holds the bars below.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Least recall and precision by class, and most traps sprung in all classes together. */
const BARS = {
  'front-matter': [0.9, 0.95],
  'reading-time': [0.9, 0.95],
  'broken-fragment': [0.9, 0.95],
  'duplicated-passage': [0.9, 0.95],
  'generation-artifact': [0.9, 0.95],
};
const MAX_TRAPS = 2;
const MIN_SEAMS = 0.9;
/** Characters of well-edited text per finding of ours that is an error or a warning. */
const MIN_CLEAN_CHARACTERS = 20_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '..', 'shared');
const work = mkdtempSync(join(tmpdir(), 'koetsu-corpus-'));
const failures = [];

if (!existsSync(join(shared, 'gold'))) {
  console.log('test:corpus skipped: the labelled articles (../shared) are not here.');
  process.exit(0);
}

const onlyOurs = join(work, 'ours.json');
writeFileSync(onlyOurs, JSON.stringify({ rules: { 'preset-koetsu': true }, koetsu: { timezone: 'Asia/Tokyo' } }));

scoreGold();
scoreSeams();
scoreClean();
console.log(
  failures.length === 0 ? '\nEvery bar is met.' : `\nBelow the bar:\n${failures.map((line) => `  ${line}`).join('\n')}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

function check(name, paths, config) {
  const file = join(work, `${name}.json`);
  const options = ['check', ...paths, '--format', `json=${file}`, ...(config ? ['--config', config] : [])];
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/src/cli/bin.js'), ...options], {
    encoding: 'utf8',
    cwd: work,
  });
  if (status === null || status > 1) throw new Error(`koetsu check ended with ${status}\n${stderr}`);
  return { file, results: JSON.parse(readFileSync(file, 'utf8')) };
}

function jsonl(name) {
  return readFileSync(join(shared, 'gold', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function scoreGold() {
  const articles = [...new Set(jsonl('articles.jsonl').map((record) => join(shared, 'corpus/archive', record.file)))];
  const { file } = check('gold', [join(shared, 'corpus/seeds'), ...articles]);
  const gold = ['seeds', 'articles'].flatMap((name) => [
    '--gold',
    join(shared, `gold/${name}.jsonl`),
    '--traps',
    join(shared, `gold/${name}-traps.jsonl`),
  ]);
  const score = (...more) =>
    execFileSync(process.execPath, [join(shared, 'bench/score.mjs'), '--report', file, ...gold, ...more], {
      encoding: 'utf8',
    });
  console.log(score());
  const rows = JSON.parse(score('--json'));
  for (const [name, [recall, precision]] of Object.entries(BARS)) {
    const row = rows[name];
    if (row.recall < recall) failures.push(`${name}: recall ${row.recall.toFixed(3)} < ${recall}`);
    if (row.precision < precision) failures.push(`${name}: precision ${row.precision.toFixed(3)} < ${precision}`);
  }
  const sprung = Object.values(rows).reduce((sum, row) => sum + row.sprung, 0);
  if (sprung > MAX_TRAPS) failures.push(`${sprung} traps sprung > ${MAX_TRAPS}`);
}

function scoreSeams() {
  const { results } = check('seams', [join(shared, 'corpus/seams')], onlyOurs);
  const byFile = new Map(results.map(({ filePath, messages }) => [basename(filePath), messages]));
  const cuts = jsonl('seams.jsonl').filter((seam) => seam.cut);
  const found = cuts.filter((seam) =>
    byFile
      .get(seam.file)
      ?.some(
        ({ ruleId, loc }) =>
          ruleId === 'koetsu/broken-sentences' &&
          loc.start.line <= seam.last_line_before + 1 &&
          loc.end.line >= seam.last_line_before - 1,
      ),
  );
  const share = found.length / cuts.length;
  console.log(`seams: ${found.length} of ${cuts.length} cuts found (${(100 * share).toFixed(1)} %)`);
  if (share < MIN_SEAMS) failures.push(`seams: ${share.toFixed(3)} < ${MIN_SEAMS}`);
}

function scoreClean() {
  const { results } = check('clean', [join(shared, 'corpus/clean')], onlyOurs);
  const characters = results.reduce((sum, { filePath }) => sum + readFileSync(filePath, 'utf8').length, 0);
  const findings = results.flatMap(({ messages }) => messages).filter(({ severity }) => severity !== 3);
  const archive = readdirSync(join(shared, 'corpus/clean')).length;
  console.log(
    `clean: ${findings.length} errors and warnings in ${characters} characters of ${results.length} pages (${archive} book)`,
  );
  if (findings.length * MIN_CLEAN_CHARACTERS > characters)
    failures.push(`clean: more than 1 finding per ${MIN_CLEAN_CHARACTERS} characters`);
}
