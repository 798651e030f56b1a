import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import preset from 'textlint-rule-preset-ja-technical-writing';
import { textOfSize } from '../support/articles.mjs';
import { linters, ROOT } from '../support/commands.mjs';

const NAME = 'preset-ja-technical-writing';

/** Every rule alone, on 1 MB and on 4 MB: nothing may grow faster than the text. Start-up is measured and taken off. */
export default {
  title: 'Growth of each rule from 1 MB to 4 MB',
  pairs: 1,
  run: async ({ work, log, pairs }) => {
    const { koetsu, tiny } = await linters(work);
    const files = Object.fromEntries([1, 4].map((megabytes) => [megabytes, join(work, `${megabytes}.md`)]));
    for (const [megabytes, file] of Object.entries(files)) writeFileSync(file, textOfSize(megabytes * 1e6));
    const usages = {};
    for (const { name, config } of await rulesAlone()) {
      usages[name] = [];
      for (let pair = 0; pair < pairs; pair++) {
        const start = (await koetsu([tiny], { config })).cpu;
        const [one, four] = [await koetsu([files[1]], { config }), await koetsu([files[4]], { config })];
        usages[name].push({
          one: one.cpu - start,
          four: four.cpu - start,
          growth: (four.cpu - start) / (one.cpu - start),
        });
      }
      log(`  ${name}: ${usages[name][0].growth.toFixed(2)}`);
    }
    const bars = Object.fromEntries(Object.keys(usages).map((name) => [name, { growth: 4.5 }]));
    return {
      about: 'CPU of `koetsu check` with one rule on, reading and parsing included.',
      tables: [{ usages, bars }],
    };
  },
};

async function rulesAlone() {
  const { rules } = await import(pathToFileURL(join(ROOT, 'dist/rules/index.js')).href);
  const off = (names, kept) => Object.fromEntries(names.filter((name) => name !== kept).map((name) => [name, false]));
  const theirs = Object.keys(preset.rules);
  const ours = Object.keys(rules);
  return [
    ...theirs.map((name) => ({
      name,
      config: { [NAME]: { ...off(theirs, name), [name]: preset.rulesConfig[name] || true } },
    })),
    ...ours.map((name) => ({
      name: `koetsu/${name}`,
      config: { 'preset-koetsu': off(ours, name), [NAME]: false },
    })),
  ];
}
