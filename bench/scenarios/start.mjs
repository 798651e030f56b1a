import { linters } from '../support/commands.mjs';
import { inTurn } from '../support/measure.mjs';
import { assertEqual } from '../support/messages.mjs';

/** One sentence: what it costs to start. */
export default {
  title: 'Start-up on a tiny file',
  pairs: 7,
  run: async ({ work, pairs, log }) => {
    const { textlint, koetsu, report, tiny } = await linters(work);
    const usages = await inTurn(
      {
        'textlint, the preset': () => textlint([tiny]),
        'koetsu, the preset': async () => {
          const usage = await koetsu([tiny]);
          assertEqual(report('textlint'), report('koetsu'));
          return usage;
        },
        'koetsu, default: preset and all rules of ours': () => koetsu([tiny], { config: 'default' }),
      },
      pairs,
      log,
    );
    return {
      about: 'Process start, configuration, dictionary (in the cache) and one sentence.',
      tables: [{ base: 'textlint, the preset', usages, bars: { 'koetsu, the preset': { cpu: 0.25 } } }],
    };
  },
};
