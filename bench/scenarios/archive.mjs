import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyArticles } from '../support/articles.mjs';
import { linters } from '../support/commands.mjs';
import { inTurn } from '../support/measure.mjs';
import { assertEqual } from '../support/messages.mjs';

/** One article in so many is edited. */
const ONE_IN = 100;

const TEXTLINT = 'textlint, the preset';
const TWO = 'koetsu, the preset, 2 workers';
const ONE = 'koetsu, the preset, 1 worker';
const DEFAULT = 'koetsu, default: preset and all rules of ours, 2 workers';
const UNCHANGED = 'koetsu, the preset, second run, nothing changed';
const EDITED = 'koetsu, the preset, second run, 1 % edited';

/** Many articles: without results of an earlier run, with all of them, and with 1 % of the articles edited. */
export default {
  title: 'An archive',
  pairs: 1,
  run: async ({ work, pairs, posts = 210, log }) => {
    const files = copyArticles(join(work, 'posts'), posts);
    const { textlint, koetsu, report, cache } = await linters(work);
    const filled = join(work, 'filled');
    await textlint([files[0]]);
    let expected;
    const equal = async (measuring) => {
      const usage = await measuring;
      assertEqual(expected, report('koetsu'));
      return usage;
    };
    const measurements = {
      [TEXTLINT]: async () => {
        const usage = await textlint(files);
        expected = report('textlint');
        return usage;
      },
      [TWO]: async () => {
        const usage = await equal(koetsu(files, { workers: 2 }));
        cpSync(cache, filled, { recursive: true });
        return usage;
      },
      [UNCHANGED]: () => equal(koetsu(files, { workers: 2, from: filled })),
      [EDITED]: () => editedRun(files, { textlint, report, koetsu: () => koetsu(files, { workers: 2, from: filled }) }),
      [ONE]: () => equal(koetsu(files, { workers: 1 })),
      [DEFAULT]: () => koetsu(files, { config: 'default', workers: 2 }),
    };
    const usages = await inTurn(measurements, pairs, log);
    const bars = {
      [TWO]: { cpu: 0.09, wall: 0.05 },
      [DEFAULT]: { cpu: 0.15 },
      [UNCHANGED]: { cpu: 0.005 },
      [EDITED]: { cpu: 0.01 },
    };
    const megabytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0) / 1e6;
    return {
      about: `${files.length} files, ${megabytes.toFixed(2)} MB, ${expected.length} messages, equal in each run.`,
      tables: [{ base: TEXTLINT, usages, bars }],
    };
  },
};

/** Adds a sentence to some of the files, measures a run, compares what it says of them, and takes the sentence out again. */
async function editedRun(files, { textlint, koetsu, report }) {
  const edited = files.filter((_, i) => i % ONE_IN === 0);
  const texts = edited.map((file) => readFileSync(file, 'utf8'));
  for (const [i, file] of edited.entries()) writeFileSync(file, `${texts[i]}\nこれは、あとから、書き足した文です。\n`);
  const usage = await koetsu();
  await textlint(edited);
  const theirs = report('textlint');
  const names = new Set(theirs.map((message) => JSON.parse(message)[0]));
  assertEqual(
    theirs,
    report('koetsu').filter((message) => names.has(JSON.parse(message)[0])),
  );
  for (const [i, file] of edited.entries()) writeFileSync(file, texts[i]);
  return usage;
}
