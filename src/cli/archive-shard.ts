import { resolve } from 'node:path';
import { type BlobWriter, writeBlob } from '../archive/blob.ts';
import { type Checked, lintArticles } from '../archive/lint-articles.ts';
import { agreementOf, isInShard, nameIn, readShard } from '../archive/shard.ts';
import { VERSION } from '../lint/docs.ts';
import type { Mistake } from '../lint/mistake.ts';
import { archiveProgress } from './archive-progress.ts';
import { exitCode, needsResults, writeReports } from './archive-reports.ts';
import type { Run } from './archive-run.ts';
import { growingSummary } from './archive-summary.ts';
import type { Outcome } from './check.ts';
import { shownName } from './formats.ts';
import { interrupted } from './interrupted.ts';
import { engineOptions, fileSource } from './tools.ts';

/**
 * Lints the articles of one shard, of all without `--shard`, and writes a blob for `koetsu merge`, which makes the checks across
 * articles. The blob holds what the baseline knows too; exit code and reports of the shard are those of its own articles.
 */
export async function checkShard(files: readonly string[], blob: string, run: Run): Promise<Outcome> {
  const { streams, options, config } = run;
  const file = resolve(streams.cwd, blob);
  const names = files.map((path) => nameIn(config.root, path));
  const shard = readShard(options.shard ?? '1/1') ?? { index: 1, count: 1 };
  const day = streams.now.toISOString().slice(0, 10);
  const { locale } = config;
  const header = { version: VERSION, ...agreementOf(config, names), locale, day, shard };
  const writer = writeBlob(file, header);
  const own = files.flatMap((path, index) => {
    const name = names[index] ?? '';
    return isInShard(name, shard) ? [{ path, name, index }] : [];
  });
  try {
    return await lintInto({ ...writer, file }, own, run);
  } finally {
    await writer.discard();
  }
}

interface Named {
  readonly path: string;
  readonly name: string;
  readonly index: number;
}

async function lintInto(
  writer: BlobWriter & { readonly file: string },
  own: readonly Named[],
  run: Run,
): Promise<Outcome> {
  const { streams, options, config, known } = run;
  const growing = growingSummary();
  const engine = engineOptions(config, options, streams, streams.catchInterrupt?.());
  const progress = archiveProgress(streams, own.length, config.locale);
  let lasting = true;
  const results = (async function* (): AsyncGenerator<Checked> {
    let at = 0;
    for await (const result of lintArticles(
      own.map(({ path }) => fileSource(path)),
      engine,
    )) {
      const { filePath, text, findings, facts } = result;
      const { name, index } = own[at++] ?? { name: '', index: 0 };
      await writer.write({ index, name, text, findings, facts });
      lasting &&= result.lasting;
      const fresh = known.newOf(filePath, findings);
      growing.article(filePath, facts?.date, fresh);
      progress.advance(fresh.length);
      yield result;
    }
    progress.stop();
  })();
  if (!needsResults(run)) for await (const _ of results);
  if (engine.signal?.aborted) return interrupted(growing.summary.articles, options, config.locale, streams);
  const { signal } = engine;
  const mistakes = await writeReports({ results, across: new Map(), signal }, growing.summary, run);
  if (engine.signal?.aborted) return interrupted(growing.summary.articles, options, config.locale, streams);
  const failure = await writer.end(lasting).then(
    () => undefined,
    (error: unknown) => unwritable(shownName(writer.file, streams.cwd), error),
  );
  if (failure) return { mistakes: [failure, ...mistakes] };
  const checked = own.map(({ path }) => path);
  for (const note of known.notes(checked, false, config.locale)) streams.stderr.write(`koetsu: ${note}\n`);
  return mistakes.length > 0 ? { mistakes } : { code: exitCode(growing.summary, options.maxWarnings) };
}

function unwritable(file: string, error: unknown): Mistake {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    message: { ja: `ファイルを書けません（${reason}）。`, en: `The file cannot be written: ${reason}` },
  };
}
