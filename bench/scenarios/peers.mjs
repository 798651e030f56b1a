import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyArticles } from '../support/articles.mjs';
import { linters } from '../support/commands.mjs';
import { inTurn, measure } from '../support/measure.mjs';
import { toolScript, toolVersion } from '../support/tools.mjs';

/** What a user might run instead, which finds other things, and the floor: what no run of these rules can do without. */
export default {
  title: 'The floor, and other tools on the same articles',
  pairs: 3,
  run: async ({ work, pairs, log, posts = 210 }) => {
    const files = copyArticles(join(work, 'posts'), posts);
    const { koetsu } = await linters(work);
    const node = (script, argv) => () => measure([process.execPath, script, ...argv, ...files], { cwd: work });
    // markdownlint and prettier look for their own configuration: there is none in the folder of work.
    const measurements = {
      'koetsu, the preset, 1 worker': () => koetsu(files, { workers: 1 }),
      'koetsu, default, 1 worker': () => koetsu(files, { config: 'default', workers: 1 }),
      'floor: parse, split and tokenise once': () =>
        measure([process.execPath, join(import.meta.dirname, '../support/floor.mjs'), ...files], {
          cwd: work,
          env: { KOETSU_CACHE: join(work, 'dictionary') },
        }),
      [named('autocorrect-node')]: node(toolScript('autocorrect-node'), ['--lint']),
      [named('markdownlint-cli2')]: node(toolScript('markdownlint-cli2'), []),
      [`${named('prettier')} --check`]: node(toolScript('prettier'), ['--check']),
      ...mecabOn(files, work),
    };
    return {
      about: 'None of the others looks for the same things, so that there are no messages to compare.',
      tables: [{ base: 'koetsu, the preset, 1 worker', usages: await inTurn(measurements, pairs, log), bars: {} }],
    };
  },
};

function named(name) {
  toolScript(name);
  return `${name} ${toolVersion(name)}`;
}

/** MeCab with IPADIC, C++: only morphemes. Nothing if it is not installed. */
function mecabOn(files, work) {
  try {
    const version = execFileSync('mecab', ['--version'], { encoding: 'utf8' }).trim();
    const all = join(work, 'all.txt');
    writeFileSync(all, files.map((file) => readFileSync(file, 'utf8')).join('\n'));
    const argv = ['mecab', '-b', '2000000', '-o', '/dev/null', all];
    return { [`${version.replace(' of', '')} (morphemes only)`]: () => measure(argv, { cwd: work, codes: [0] }) };
  } catch {
    console.log('  mecab is not installed: left out');
    return {};
  }
}
