/**
 * Measures koetsu beside the stock textlint CLI: the same files and rules, in turn, and only where the messages are equal.
 *
 *     npm run bench                          every scenario; minutes to an hour, for textlint is slow
 *     npm run bench -- archive start         some of them: archive, memory, start, one-post, sizes, growth, keystroke, peers
 *     npm run bench -- --quick               what CI runs: under a minute, fails only if messages differ
 *     --pairs N  --posts N                   instead of what the scenario takes
 *
 * Writes RESULTS.md and results.svg from results.json, in which each scenario replaces its own part. Needs `npm run build` before.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addSection } from './support/results.mjs';

const ALL = ['archive', 'memory', 'start', 'one-post', 'sizes', 'growth', 'keystroke', 'peers'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, pairs: { type: 'string' }, posts: { type: 'string' } },
});
const unknown = positionals.filter((name) => !ALL.includes(name));
if (unknown.length > 0) throw new Error(`No such scenario: ${unknown.join(', ')}. There are ${ALL.join(', ')}.`);

for (const name of values.quick ? ['quick'] : positionals.length > 0 ? positionals : ALL) {
  const { default: scenario } = await import(`./scenarios/${name}.mjs`);
  console.log(scenario.title);
  const work = mkdtempSync(join(tmpdir(), 'koetsu-bench-'));
  const pairs = Number(values.pairs ?? scenario.pairs);
  try {
    const posts = values.posts === undefined ? {} : { posts: Number(values.posts) };
    const result = await scenario.run({ work, pairs, log: console.log, ...posts });
    if (!values.quick) await addSection({ name, title: scenario.title, pairs, ...result });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
