import { copyFileSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateArticle } from '../support/article-generator.mjs';
import { linters, ROOT } from '../support/commands.mjs';
import { assertEqual } from '../support/messages.mjs';

const PRESET = 'preset-ja-technical-writing';

/** For CI: the messages of both are equal, with one worker and two, from the cache, and with other options of its rules. */
export default {
  title: 'Equal messages',
  pairs: 1,
  run: async ({ work, log }) => {
    const files = smallArticles(work);
    const { textlint, koetsu, report, cache } = await linters(work);
    const usages = { textlint: [await textlint(files)] };
    const expected = report('textlint');
    for (const [name, options] of [
      ['koetsu, 2 workers', { workers: 2 }],
      ['koetsu, second run', { workers: 2, from: join(work, 'filled') }],
      ['koetsu, 1 worker', { workers: 1 }],
    ]) {
      usages[name] = [await koetsu(files, options)];
      if (!options.from) cpSync(cache, join(work, 'filled'), { recursive: true });
      assertEqual(expected, report('koetsu'));
      log(`  ${name}: ${expected.length} messages, all equal`);
    }
    const count = await assertDefaultsEqual(files, { textlint, koetsu, report });
    log(`  the default configuration: ${count} messages of the preset, all equal`);
    return {
      about: `${files.length} files, ${expected.length} messages.`,
      tables: [{ base: 'textlint', usages, bars: {} }],
    };
  },
};

function smallArticles(work) {
  const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.md'));
  for (const name of examples) copyFileSync(join(ROOT, 'examples', name), join(work, name));
  const generated = Array.from({ length: 8 }, (_, i) => `generated-${i}.md`);
  for (const [i, name] of generated.entries()) writeFileSync(join(work, name), generateArticle(i, 2000 + 700 * i));
  return [...examples, ...generated].map((name) => join(work, name));
}

/** The preset with the options that koetsu's default gives it. */
async function assertDefaultsEqual(files, { textlint, koetsu, report }) {
  const { defaultConfig } = await import(pathToFileURL(join(ROOT, 'dist/src/lint/default-config.js')).href);
  const rules = { [PRESET]: defaultConfig.rules[PRESET] };
  await textlint(files, rules);
  await koetsu(files, { config: rules });
  assertEqual(report('textlint'), report('koetsu'));
  return report('textlint').length;
}
