import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { type Author, CONFIGS, restlessAuthor, type Step, step } from '../support/lsp-author.ts';
import { type Memory, type ProcessClient, startProcess } from '../support/lsp-process.ts';
import { PART, record } from '../support/reliability.ts';

const EDITS = Math.max(2000, 10_000 / PART);
const WARM = 1000;
const DOCUMENTS = 20;
const BURST = 160;
/** Less than half of the time that rules have in an editor, so that the test does not wait for the rule that never returns. */
const TIME_LIMIT_MS = 8000;

/** A rule that does what the text says: never returns, ends its thread, or fills it. */
const RULE = `module.exports = ({ Syntax }) => ({ [Syntax.Document](node) {
  if (node.raw.includes('止まる')) for (;;);
  if (node.raw.includes('落ちる')) process.exit(7);
  if (node.raw.includes('溢れる')) for (const all = []; ; ) all.push(new Array(1e6).fill(all.length));
} });`;
const TROUBLES = ['止まる。', '落ちる。', '溢れる。'];

const withRule = (config: string): string => {
  const { rules, ...rest } = JSON.parse(config);
  return JSON.stringify({ ...rest, rules: { ...rules, own: true } });
};

function site(): string {
  return folderWith({
    '.textlintrc.json': CONFIGS[0] ?? '',
    'node_modules/textlint-rule-own/package.json': '{ "name": "textlint-rule-own", "version": "1.0.0" }',
    'node_modules/textlint-rule-own/index.js': RULE,
  });
}

/** Enough moves for a number of edits. */
function moves(seed: number): Step[] {
  const all = fc.sample(step, { numRuns: EDITS * 3, seed });
  let edits = 0;
  return all.slice(0, all.findIndex(({ move }) => move === 'edit' && ++edits === EDITS) + 1);
}

/** A document in which a rule makes trouble says so, and the next version of it is fine again. */
async function trouble(client: ProcessClient, root: string, text: string): Promise<void> {
  const uri = pathToFileURL(`${root}/trouble.md`).href;
  await client.open(uri, `${text}\n`, 'markdown', 1);
  await client.diagnostics(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'internal-error'));
  await client.change(uri, 2, [{ text: '港が開いた。\n' }]);
  await client.diagnostics(uri, ({ version, diagnostics }) => version === 2 && diagnostics.length === 0);
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
}

/** Of each kind once within the first thousand edits, then one every thousand: the first thousand are like the others. */
function isEarlyTrouble(edits: number, troubles: number): boolean {
  return troubles < TROUBLES.length && edits >= (WARM / 4) * (troubles + 1);
}

/** Measured where all threads have loaded all rules. */
async function memoryOf(client: ProcessClient, author: Author, step: Step): Promise<Memory> {
  await author.play({ ...step, move: 'config', at: CONFIGS.length - 1 });
  await author.check();
  const memory = await client.memory();
  await author.play({ ...step, move: 'config', at: 0 });
  return memory;
}

const MB = 1024 * 1024;
const inUse = ({ heaps }: Memory): number => heaps.reduce((sum, heap) => sum + heap, 0) / MB;

describe('the language server', () => {
  beforeAll(buildOnce);

  it(
    'serves a long session without a wrong diagnostic, a leak or a rejection',
    async () => {
      const seed = Number(process.env.KOETSU_SEED) || Date.now() % 2 ** 31;
      console.log(`seed ${seed}`);
      const root = site();
      const capabilities = { workspace: { applyEdit: true, didChangeWatchedFiles: { dynamicRegistration: true } } };
      const env = { KOETSU_LSP_TIME_LIMIT: String(TIME_LIMIT_MS) };
      const client = await startProcess({ rootUri: pathToFileURL(root).href, capabilities }, env);
      const author: Author = await restlessAuthor(client, root, DOCUMENTS, CONFIGS.map(withRule));
      const played = moves(seed);
      const samples: Memory[] = [];
      let [edits, bursts, troubles] = [0, 0, 0];
      const makeTrouble = (): Promise<void> => trouble(client, root, TROUBLES[troubles++ % TROUBLES.length] ?? '');
      for (let at = 0; at < played.length; at += BURST) {
        const burst = played.slice(at, at + BURST);
        for (const one of burst) await author.play(one);
        await author.check().catch((error: Error) => {
          throw new Error(`${error.message}\n${client.stderr().slice(-3000)}`);
        });
        bursts += 1;
        const before = edits;
        edits += burst.filter(({ move }) => move === 'edit').length;
        if (isEarlyTrouble(edits, troubles)) await makeTrouble();
        if (Math.floor(edits / WARM) === Math.floor(before / WARM)) continue;
        samples.push(await memoryOf(client, author, burst[0] as Step));
        console.log(edits, samples.at(-1));
        await makeTrouble();
      }
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      expect(await client.exit).toBe(0);
      expect(client.stderr()).not.toMatch(/unhandled|UnhandledPromise|TypeError|at .*\.js:\d+/i);
      const [warm, last] = [samples[0], samples.at(-1)];
      if (!warm || !last) throw new Error('no samples');
      record('lsp-soak', {
        edits,
        bursts,
        documents: DOCUMENTS,
        troubles,
        heapAfterWarmUpBytes: inUse(warm) * MB,
        heapAtTheEndBytes: inUse(last) * MB,
        memoryAfterWarmUpBytes: warm.rss,
        memoryAtTheEndBytes: last.rss,
      });
      expect(edits).toBe(EDITS);
      // RSS of the whole process in a pause, when the collector has run: between keys it differs by 40 MiB from second to second. What
      // its rules remember of texts fills up to its bounds meanwhile.
      expect(last.rss).toBeLessThan(warm.rss * 1.2);
    },
    60 * 60_000,
  );
});
