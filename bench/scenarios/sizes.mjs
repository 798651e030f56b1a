import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOfSize } from '../support/articles.mjs';
import { linters } from '../support/commands.mjs';
import { inTurn } from '../support/measure.mjs';
import { assertEqual } from '../support/messages.mjs';

/** Kilobytes, and whether textlint takes them too: it needs minutes for 1 MB and about half an hour for 4 MB. */
const SIZES = [
  [10, true],
  [100, true],
  [1000, true],
  [4000, false],
];

/** One file of growing size. */
export default {
  title: 'One file of 10 KB to 4 MB',
  pairs: 1,
  run: async ({ work, pairs, log }) => {
    const { textlint, koetsu, report } = await linters(work);
    const tables = [];
    for (const [kilobytes, both] of SIZES) {
      const file = join(work, `${kilobytes}.md`);
      writeFileSync(file, textOfSize(kilobytes * 1000));
      let expected;
      const measurements = {
        ...(both && {
          textlint: async () => {
            const usage = await textlint([file]);
            expected = report('textlint');
            return usage;
          },
        }),
        'koetsu, the preset': async () => {
          const usage = await koetsu([file]);
          if (expected) assertEqual(expected, report('koetsu'));
          return usage;
        },
        'koetsu, default': () => koetsu([file], { config: 'default' }),
      };
      const usages = await inTurn(measurements, pairs, log);
      if (both) assertEqual(expected, report('koetsu').length ? expected : []);
      tables.push({ title: `${kilobytes} KB`, kilobytes, base: both ? 'textlint' : undefined, usages, bars: {} });
    }
    return {
      about:
        'The bodies of different articles, one after the other. textlint was not run on 4 MB: its time grows with the square of the size.',
      tables,
    };
  },
};
