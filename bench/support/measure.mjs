import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** GNU time: what the kernel counted for a process, its threads and the children that it waited for. */
const TIME = '/usr/bin/time';

/**
 * Runs a command and returns what it used: seconds of CPU and wall time, MB of memory at the peak (of the largest process).
 * Throws unless it ends with one of `codes`: linters end with 1 where they found something.
 */
export async function measure(argv, { cwd, env = {}, codes = [0, 1] }) {
  if (!existsSync(TIME)) throw new Error(`${TIME} is needed: install the package "time".`);
  const folder = mkdtempSync(join(tmpdir(), 'koetsu-time-'));
  const file = join(folder, 'usage');
  const began = performance.now();
  const { code, stderr } = await run(['-f', '%U %S %M', '-o', file, '--', ...argv], { cwd, env });
  const wall = (performance.now() - began) / 1000;
  if (!codes.includes(code)) throw new Error(`${argv.slice(0, 4).join(' ')} … ended with ${code}:\n${stderr}`);
  const [user, system, kilobytes] = readFileSync(file, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  rmSync(folder, { recursive: true });
  return { cpu: user + system, wall, rss: kilobytes / 1024 };
}

function run(argv, { cwd, env }) {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 30 };
  return new Promise((resolve) => {
    execFile(TIME, argv, options, (error, _stdout, stderr) =>
      resolve({ code: error ? (error.code ?? -1) : 0, stderr }),
    );
  });
}

/**
 * Runs each of the named measurements so many times in turn, forth and back, so that what else the machine does hits all of them.
 * Returns the usages by name, in pairs: those with one index were measured side by side.
 */
export async function inTurn(measurements, pairs, log = () => undefined) {
  const usages = Object.fromEntries(Object.keys(measurements).map((name) => [name, []]));
  for (let pair = 0; pair < pairs; pair++) {
    const names = Object.keys(measurements);
    for (const name of pair % 2 === 0 ? names : names.reverse()) {
      const usage = await measurements[name]();
      usages[name].push(usage);
      log(`  ${pair + 1}/${pairs} ${name}: ${describe(usage)}`);
    }
  }
  return usages;
}

function describe(usage) {
  return Object.entries(usage)
    .map(([key, value]) => `${key} ${value.toFixed(2)}`)
    .join(', ');
}
