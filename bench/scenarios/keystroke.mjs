import { setTimeout as sleep } from 'node:timers/promises';
import { textOfSize } from '../support/articles.mjs';
import { openInServer } from '../support/language-server.mjs';
import { startLinter } from '../support/linter.mjs';
import { assertEqual, essence } from '../support/messages.mjs';
import { quantile } from '../support/statistics.mjs';

const SEVERITIES = { info: 3, warning: 1, error: 2 };
/** Edits that are made before time is taken, a minute of typing: V8 optimises what runs often, and an editor is open for hours. */
const WARM_UP = 60;
/** So many of them the kernel takes part in: each runs its rules on the whole text, and what is not optimised by then never is. */
const KERNEL_WARM_UP = 6;
/** Milliseconds between two linters: what one collects in the background does not slow down the next, and nobody types faster. */
const PAUSE = 100;

/** One character typed into an open article: stock kernel, our engine and the server, each in its process, on the same edits in turn. */
export default {
  title: 'A keystroke',
  pairs: 1,
  run: async ({ work, log }) => {
    const tables = [];
    for (const kilobytes of [10, 40, 100]) {
      const count = kilobytes > 40 ? 20 : 40;
      const times = await typeInto(textOfSize(kilobytes * 1000), count + WARM_UP, work);
      const usages = Object.fromEntries(
        Object.entries(times).map(([name, list]) => [name, [latencyOf(list.slice(-count))]]),
      );
      log(`  ${kilobytes} KB ${JSON.stringify(usages)}`);
      const bars =
        kilobytes === 40
          ? {
              [ENGINE]: { p50: 0.05, p95: 0.067 },
              [OWN]: { p50: 0.04 },
              [SERVER_OWN]: { p50: 0.05, p95: 0.1 },
              [SERVER]: { p50: 0.067 },
            }
          : {};
      tables.push({ title: `${kilobytes} KB`, base: KERNEL, usages, bars });
    }
    return {
      about: `A character in the middle of a sentence, elsewhere each time, after ${WARM_UP} others; each linter in a process of its own. The messages of the preset are equal at the end.`,
      tables,
    };
  },
};

const KERNEL = 'kernel.lintText, the preset';
const ENGINE = 'koetsu, default';
const OWN = 'koetsu, our rules alone';
const SERVER = 'koetsu lsp, all findings';
const SERVER_OWN = 'koetsu lsp, findings of our rules';

async function typeInto(text, count, work) {
  const [kernel, everything, ours] = ['kernel', 'everything', 'ours'].map((kind) => startLinter(kind, work));
  const server = await openInServer(text, work);
  const times = { [KERNEL]: [], [ENGINE]: [], [OWN]: [], [SERVER_OWN]: [], [SERVER]: [] };
  let typed = text;
  let expected;
  for (let version = 1; version <= count; version++) {
    const at = typed.indexOf('。', Math.floor((typed.length * (version % 17)) / 18));
    const before = typed.slice(0, at).split('\n');
    typed = `${typed.slice(0, at)}の${typed.slice(at)}`;
    const start = { line: before.length - 1, character: before.at(-1).length };
    const { first, last } = await server.insert(version, start, 'の');
    times[SERVER_OWN].push(first);
    times[SERVER].push(last);
    await sleep(PAUSE);
    if (version > WARM_UP - KERNEL_WARM_UP) {
      expected = await kernel.lint(typed);
      times[KERNEL].push(expected.time);
      await sleep(PAUSE);
    }
    for (const [name, linter] of [
      [ENGINE, everything],
      [OWN, ours],
    ]) {
      times[name].push((await linter.lint(typed)).time);
      await sleep(PAUSE);
    }
  }
  const preset = startLinter('preset', work);
  assertEqual(
    expected.messages.map((message) => essence('', message)),
    (await preset.lint(typed)).messages.map((one) => essence('', { ...one, severity: SEVERITIES[one.severity] })),
  );
  for (const linter of [kernel, everything, ours, preset, server]) linter.close();
  return times;
}

function latencyOf(times) {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
