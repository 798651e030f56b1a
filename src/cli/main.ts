import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { VERSION } from '../lint/docs.ts';
import { describeMistake, type Locale } from '../lint/mistake.ts';
import { printable } from '../report/printable.ts';
import { cacheDirectory } from '../start/cache-folder.ts';
import { openStore } from '../start/store.ts';
import type { ArchiveOptions } from './archive-run.ts';
import type { BaselineOptions } from './baseline.ts';
import type { CheckOptions, Outcome } from './check.ts';
import type { FiguresOptions } from './figures.ts';
import { FORMAT_NAMES } from './format-names.ts';
import type { MergeOptions } from './merge.ts';
import { EXIT, type Streams } from './streams.ts';

export { LARGEST } from '../lint/read-article.ts';
export { EXIT } from './streams.ts';

const EXAMPLES = `
Examples:
  $ koetsu check                          every article below the working folder
  $ koetsu check posts/2026-01-05-a.md    one article, with the lines that are wrong
  $ koetsu check 'posts/**/*.md' --fix    fix what is safe to fix
  $ koetsu check posts --fix --dry-run    show what --fix would change
  $ koetsu check posts --format json=report.json --format compact
  $ koetsu check --format github --format sarif=out.sarif --format markdown=summary.md
  $ koetsu check --diff origin/main       only what this branch introduces
  $ cat a.md | koetsu check --stdin --stdin-filename posts/a.md

Exit codes: 0 clean, 1 findings of level error (or more warnings than allowed), 2 wrong arguments or configuration,
3 a file could not be processed.`;

/** Runs koetsu with arguments and returns the exit code. Never throws and never exits the process. */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  openStore(cacheDirectory(streams.env), Date.now);
  const run: { outcome: Outcome } = { outcome: { code: EXIT.clean } };
  try {
    const program = programOf(streams, (outcome) => {
      run.outcome = outcome;
    });
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    return failed(error, streams);
  }
  if ('code' in run.outcome) return run.outcome.code;
  const locale = localeOf(argv);
  for (const mistake of run.outcome.mistakes)
    streams.stderr.write(`koetsu: ${printable(describeMistake(mistake, locale))}\n`);
  return EXIT.mistake;
}

function failed(error: unknown, { stderr }: Streams): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.mistake;
  stderr.write(`koetsu: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.failure;
}

function localeOf(argv: readonly string[]): Locale {
  return argv.some((argument, i) => argument === '--locale=en' || (argument === '--locale' && argv[i + 1] === 'en'))
    ? 'en'
    : 'ja';
}

function programOf(streams: Streams, end: (outcome: Outcome) => void): Command {
  const program = new Command('koetsu')
    .description('校閲 — editorial linter for Japanese Markdown articles')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text.split('\n').map(printable).join('\n')),
    })
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES);
  addCheck(program, streams, end);
  addArchive(program, streams, end);
  addMerge(program, streams, end);
  addBaseline(program, streams, end);
  program
    .command('init')
    .description('write a .textlintrc.json for this site')
    .addOption(localeOption())
    .action(async () => end((await import('./init.ts')).init(streams)));
  program
    .command('rules')
    .description('list the rules, with what is on here')
    .addOption(localeOption())
    .option('-c, --config <file>', 'configuration to use instead of the nearest .textlintrc.json')
    .action(async (options) => end(await (await import('./rules.ts')).listRules(options, streams)));
  program
    .command('explain')
    .description('show the page of a rule: what it flags and why, with examples and options')
    .argument('<rule>', 'id of a rule, such as broken-sentences')
    .addOption(localeOption())
    .action(async (rule) => end((await import('./explain.ts')).explain(rule, streams)));
  addFigures(program, streams, end);
  program
    .command('lsp')
    .description('serve editors: the language server')
    .option('--stdio', 'talk over standard input and output (the only way, and the default)')
    // VS Code adds it; that the editor has left is seen by the end of the input.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async () => end({ code: await (await import('./lsp.ts')).lsp(streams) }));
  program
    .command('mcp')
    .description('serve agents: tools to check, explain and fix, over the Model Context Protocol (stdio)')
    .addOption(localeOption())
    .option('-c, --config <file>', 'configuration to use instead of the nearest .textlintrc.json')
    .action(async (options) => end({ code: await (await import('./mcp.ts')).mcp(options, streams) }));
  return program;
}

function addCheck(program: Command, streams: Streams, end: (outcome: Outcome) => void): void {
  const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];
  program
    .command('check')
    .description('lint articles (a folder means every article below it)')
    .argument('[paths...]', 'files, folders and globs; default: the working folder')
    .option('-c, --config <file>', 'configuration to use instead of the nearest .textlintrc.json')
    .option('-f, --format <format[=file]>', `${FORMAT_NAMES.join(', ')}; repeatable`, collect, [])
    .option('--fix', 'apply the safe fixes')
    .option('--dry-run', 'with --fix: print the changes as a diff, write nothing')
    .option('--diff <base>', 'fail only on what is new since HEAD left this branch or commit')
    .option('--baseline <file>', BASELINE)
    .option('--no-baseline', 'report what the baseline knows too')
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings', wholeNumber)
    .option('--quiet', 'report errors only')
    .option('--verbose', 'report findings of severity info too')
    .option('--concurrency <n>', 'number of worker threads; default: one a processor, at most 8', positiveNumber)
    .option('--time-limit <seconds>', 'time for one article; default: 60', positiveNumber)
    .option('--no-cache', 'neither use nor keep results of other runs')
    .option('--stdin', 'lint standard input; with --fix, print the fixed text')
    .option('--stdin-filename <name>', 'the path that standard input stands for')
    .addOption(localeOption())
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./check.ts');
      end(await check(paths, options, streams));
    });
}

function addArchive(program: Command, streams: Streams, end: (outcome: Outcome) => void): void {
  const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];
  program
    .command('archive')
    .description('check all articles, each alone and across one another')
    .argument(
      '[paths...]',
      'files, folders and globs; default: "archive" of the configuration, else the working folder',
    )
    .option('-c, --config <file>', 'configuration to use instead of the nearest .textlintrc.json')
    .option('-f, --format <format[=file]>', `${FORMAT_NAMES.join(', ')}; repeatable; text is a summary`, collect, [])
    .option('--baseline <file>', BASELINE)
    .option('--no-baseline', 'report what the baseline knows too')
    .option('--report <file>', 'write an HTML report: one file with charts, all findings and the articles')
    .option('--shard <i/n>', 'only the i-th of n parts of the articles; needs --blob')
    .option(
      '--blob <file>',
      'write all that was found out to a file for koetsu merge, which makes the checks across articles',
    )
    .option('--stdin-jsonl', 'lint lines of {"path": …, "content": …} from standard input, one result a line')
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings', wholeNumber)
    .option('--quiet', 'report errors only')
    .option('--concurrency <n>', 'number of worker threads; default: one a processor, at most 8', positiveNumber)
    .option('--time-limit <seconds>', 'time for one article; default: 60', positiveNumber)
    .option('--no-cache', 'neither use nor keep results of other runs')
    .addOption(localeOption())
    .action(async (paths: string[], options: ArchiveOptions) => {
      const { archive } = await import('./archive.ts');
      end(await archive(paths, options, streams));
    });
}

function addMerge(program: Command, streams: Streams, end: (outcome: Outcome) => void): void {
  const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];
  program
    .command('merge')
    .description('join the blobs of all shards of an archive: check across articles and report')
    .argument('<blobs...>', 'files of koetsu archive --blob, in any order')
    .option('-c, --config <file>', 'configuration to use instead of the nearest .textlintrc.json')
    .option('-f, --format <format[=file]>', `${FORMAT_NAMES.join(', ')}; repeatable; text is a summary`, collect, [])
    .option('--baseline <file>', BASELINE)
    .option('--no-baseline', 'report what the baseline knows too')
    .option('--report <file>', 'write an HTML report: one file with charts, all findings and the articles')
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings', wholeNumber)
    .option('--quiet', 'report errors only')
    .addOption(localeOption())
    .action(async (blobs: string[], options: MergeOptions) => {
      end(await (await import('./merge.ts')).merge(blobs, options, streams));
    });
}

const BASELINE =
  'findings that are known and accepted; default: "baseline" of the configuration, else .koetsu-baseline.json beside it';

function addBaseline(program: Command, streams: Streams, end: (outcome: Outcome) => void): void {
  program
    .command('baseline')
    .description('record the findings that there are: later runs report new ones only')
    .argument('[paths...]', 'files, folders and globs; default: as in archive, with the checks across articles')
    .option('-c, --config <file>', 'configuration to use instead of the nearest .textlintrc.json')
    .option('--baseline <file>', 'file to write instead of the configured one')
    .option('--prune', 'only take out what is fixed')
    .option('--concurrency <n>', 'number of worker threads; default: one a processor, at most 8', positiveNumber)
    .option('--time-limit <seconds>', 'time for one article; default: 60', positiveNumber)
    .option('--no-cache', 'neither use nor keep results of other runs')
    .addOption(localeOption())
    .action(async (paths: string[], options: BaselineOptions) => {
      end(await (await import('./baseline.ts')).baseline(paths, options, streams));
    });
}

function addFigures(program: Command, streams: Streams, end: (outcome: Outcome) => void): void {
  program
    .command('figures')
    .description('list the figures of an article and what each is said of, as koetsu reads them')
    .argument('<file>', 'an article')
    .addOption(new Option('-f, --format <format>', 'how to print them').choices(['text', 'json']).default('text'))
    .addOption(localeOption())
    .action(async (file: string, options: FiguresOptions) =>
      end(await (await import('./figures.ts')).listFigures(file, options, streams)),
    );
}

function localeOption(): Option {
  return new Option('--locale <locale>', 'language of the messages').choices(['ja', 'en']);
}

function positiveNumber(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError('A whole number from 1 is expected.');
  return number;
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('A whole number from 0 is expected.');
  return number;
}
