// Runs the hard tests and writes RELIABILITY.md from what they counted. With the path of a folder as argument: from the counts that are there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { basename, join } from 'node:path';

const [given] = process.argv.slice(2);
const folder = given ?? mkdtempSync(join(tmpdir(), 'koetsu-reliability-'));
const root = new URL('..', import.meta.url);
const passed = given !== undefined || runHardTests();
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
if (names.length === 0) throw new Error(`No counts in ${folder}.`);
writeFileSync(new URL('RELIABILITY.md', root), page());
process.exitCode = passed ? 0 : 1;

function runHardTests() {
  const { status } = spawnSync('npm', ['run', 'test:hard'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, KOETSU_RELIABILITY: folder },
  });
  return status === 0;
}

function page() {
  const tables = names
    .sort()
    .map((name) => tableOf(basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const partial =
    given === undefined
      ? ''
      : '\nThese counts are those of single tests, not of one run of all: tests that are not listed were not run to their end.\n';
  const failed = passed ? partial : '\n**Some of the hard tests failed in this run.**\n';
  return `# Reliability

What the hard tests (\`npm run test:hard\`) tried, written by \`npm run reliability\`; nothing here is typed by hand. A test that finds a
crash, a hang, a damaged file or a broken invariant fails, so the counts of those are what a test that passed has seen.
What is held against what, and what is not, stands in [SECURITY.md](SECURITY.md), with how times are measured.

${new Date().toISOString().slice(0, 10)} · Node ${process.version} · ${process.platform} ${process.arch} · ${availableParallelism()} × ${cpus()[0]?.model.trim() || 'processor'} · ${Math.round(totalmem() / 2 ** 30)} GiB
${failed}
${tables.join('\n')}`;
}

function tableOf(name, counts) {
  const rows = Object.entries(counts).map(([key, value]) => `| ${worded(key)} | ${shown(key, value)} |`);
  return `## ${name}\n\n| | |\n|---|---:|\n${rows.join('\n')}\n`;
}

/** «peakMemoryBytes» → «peak memory». */
function worded(key) {
  return key.replace(/Bytes$/, '').replaceAll(/(?<=[a-z])([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

function shown(key, value) {
  if (typeof value !== 'number') return value;
  if (/bytes$/i.test(key)) return `${(value / 2 ** 20).toFixed(1)} MiB`;
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toPrecision(3);
}
