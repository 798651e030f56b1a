import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyArticles } from '../support/articles.mjs';
import { linters } from '../support/commands.mjs';
import { inTurn } from '../support/measure.mjs';
import { assertEqual } from '../support/messages.mjs';

/** Of the articles, this share is edited. */
const EDITED = 0.01;

/** Many articles: without results of an earlier run, with all of them, and with 1 % of the articles edited. */
export default {
  title: 'An archive',
  pairs: 1,
  run: async ({ work, pairs, posts = 210, log }) => {
    const files = copyArticles(join(work, 'posts'), posts);
    const { textlint, koetsu, report } = await linters(work);
    const edited = files.filter((_, i) => i % Math.round(1 / EDITED) === 0);
    await koetsu(files, { workers: 2 });
    const expected = { all: report('koetsu'), edited: undefined };
    const equal = async (measuring, name = 'koetsu', wanted = expected.all) => {
      const usage = await measuring;
      assertEqual(wanted, report(name));
      return usage;
    };
    let edits = 0;
    const measurements = {
      'textlint, the preset': () => equal(textlint(files), 'textlint'),
      'koetsu, the preset, 2 workers': () => equal(koetsu(files, { workers: 2 })),
      'koetsu, the preset, 1 worker': () => equal(koetsu(files, { workers: 1 })),
      'koetsu, default: preset and all rules of ours, 2 workers': () =>
        koetsu(files, { config: 'default', workers: 2 }),
      'koetsu, the preset, second run, nothing changed': async () => {
        await koetsu(files, { workers: 2 });
        return equal(koetsu(files, { workers: 2, cached: true }));
      },
      'koetsu, the preset, second run, 1 % edited': async () => {
        await koetsu(files, { workers: 2 });
        const restore = edited.map((file) => edit(file, `${++edits}回目の追記です。`));
        const usage = await koetsu(files, { workers: 2, cached: true });
        const ours = report('koetsu').filter((it) =>
          edited.some((file) => it.includes(JSON.stringify(file.slice(work.length + 1)))),
        );
        await textlint(edited);
        assertEqual(report('textlint'), ours);
        for (const undo of restore) undo();
        return usage;
      },
    };
    const usages = await inTurn(measurements, pairs, log);
    const bars = {
      'koetsu, the preset, 2 workers': { cpu: 0.09, wall: 0.05 },
      'koetsu, default: preset and all rules of ours, 2 workers': { cpu: 0.15 },
      'koetsu, the preset, second run, nothing changed': { cpu: 0.005 },
      'koetsu, the preset, second run, 1 % edited': { cpu: 0.01 },
    };
    const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
    return {
      about: `${files.length} files, ${(bytes / 1e6).toFixed(2)} MB, ${edited.length} of them edited; ${expected.all.length} messages, equal in each run.`,
      tables: [{ base: 'textlint, the preset', usages, bars }],
    };
  },
};

function edit(file, addition) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}\n${addition}\n`);
  return () => writeFileSync(file, text);
}
