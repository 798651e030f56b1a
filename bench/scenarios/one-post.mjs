import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOfSize } from '../support/articles.mjs';
import { linters } from '../support/commands.mjs';
import { inTurn } from '../support/measure.mjs';
import { assertEqual } from '../support/messages.mjs';

/** What a pull request with one changed article costs. */
export default {
  title: 'One changed post of 40 KB in CI, process start included',
  pairs: 5,
  run: async ({ work, pairs, log }) => {
    const { textlint, koetsu, report } = await linters(work);
    const post = join(work, 'post.md');
    writeFileSync(post, textOfSize(40_000));
    await textlint([post]);
    const expected = report('textlint');
    const usages = await inTurn(
      {
        'textlint, the preset': () => textlint([post]),
        'koetsu, the preset': async () => {
          const usage = await koetsu([post]);
          assertEqual(expected, report('koetsu'));
          return usage;
        },
        'koetsu, default: preset and all rules of ours': () => koetsu([post], { config: 'default' }),
      },
      pairs,
      log,
    );
    return {
      about: `${expected.length} messages, equal in each run.`,
      tables: [{ base: 'textlint, the preset', usages, bars: { 'koetsu, the preset': { cpu: 0.3 } } }],
    };
  },
};
