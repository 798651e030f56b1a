/**
 * Scores both figure rules on labelled pairs of figures (gold/figures.jsonl: contradictions, and look-alikes that are right).
 *
 *     npm run build && node bench/figures-gold.mjs [--dist DIR] [--gold FILE] [--corpus DIR]
 *
 * A pair counts as flagged if a finding of error or warning, or the second place of one, lies on either of its lines. Exit code 1
 * if fewer than 7 contradictions are found or more than 2 look-alikes are flagged.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'valibot';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: join(root, 'dist') },
    gold: { type: 'string', default: resolve(root, '../shared/gold/figures.jsonl') },
    corpus: { type: 'string', default: resolve(root, '../shared/corpus/archive') },
  },
});
if (!existsSync(values.gold)) {
  console.log(`${values.gold} does not exist: nothing is scored.`);
  process.exit(0);
}
const { parseDocument } = await import(resolve(values.dist, 'src/document/parse-document.js'));
const { loadTokenizer } = await import(resolve(values.dist, 'src/text/load-tokenizer.js'));
const rules = await Promise.all(
  ['contradictory-figures', 'implausible-figures'].map(
    async (id) => (await import(resolve(values.dist, `rules/${id}/rule.js`))).default.rule,
  ),
);
const tokenize = await loadTokenizer();

const records = readFileSync(values.gold, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const lines = new Map([...new Set(records.map((it) => it.file))].map((file) => [file, linesOf(file)]));
const totals = { contradiction: [0, 0], lookalike: [0, 0] };
for (const record of records) {
  const hit = lines
    .get(record.file)
    .find((it) => it.lines.some((line) => line === record.line || line === record.other_line));
  totals[record.verdict][hit ? 0 : 1]++;
  const wrong = (record.verdict === 'contradiction') !== Boolean(hit);
  const mark = wrong ? (hit ? 'FLAGGED' : 'missed ') : 'ok     ';
  console.log(
    `${mark} ${record.verdict} ${record.file}:${record.line} ${record.quote}${hit ? `\n          ${hit.message}` : ''}`,
  );
}
const [found, missed] = totals.contradiction;
const [flagged, silent] = totals.lookalike;
console.log(
  `contradictions found: ${found} of ${found + missed}; look-alikes flagged: ${flagged} of ${flagged + silent}`,
);
process.exitCode = found >= 7 && flagged <= 2 ? 0 : 1;

function linesOf(file) {
  const path = join(values.corpus, file);
  const text = readFileSync(path, 'utf8');
  const lineAt = (offset) => text.slice(0, offset).split('\n').length;
  const document = parseDocument(text, tokenize, path);
  return rules.flatMap((rule) =>
    [...rule.check(document, parse(rule.options, {}), { now: new Date('2026-11-22T00:00:00Z') })]
      .filter((problem) => (problem.severity ?? rule.severity) !== 'info')
      .map(({ range, related, message }) => ({
        lines: [range, ...(related ?? []).map((it) => it.range)].map(([start]) => lineAt(start)),
        message: message.ja,
      })),
  );
}
