import { join } from 'node:path';
import { copyArticles } from '../support/articles.mjs';
import { linters } from '../support/commands.mjs';

/** Memory against the number of files. textlint starts all files at once; its run of 210 files is in the scenario `archive`. */
export default {
  title: 'Memory and the number of files',
  pairs: 1,
  run: async ({ work, log }) => {
    const { textlint, koetsu } = await linters(work);
    const all = copyArticles(join(work, 'posts'), 630);
    const usages = {};
    const add = async (name, measuring) => {
      usages[name] = [await measuring];
      log(`  ${name}: ${usages[name][0].rss.toFixed(0)} MB`);
    };
    for (const count of [26, 105, 210, 630]) {
      const files = all.filter((_, i) => i % Math.floor(all.length / count) === 0).slice(0, count);
      await add(`koetsu, 2 workers, ${count} files`, koetsu(files, { workers: 2 }));
      if (count < 200) await add(`textlint, ${count} files`, textlint(files));
    }
    return { about: 'One run each.', tables: [{ base: 'koetsu, 2 workers, 210 files', usages, bars: {} }] };
  },
};
