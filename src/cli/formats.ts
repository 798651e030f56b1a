import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { FileResult } from '../lint/finding.ts';
import { fail, type Locale, type Mistake, type Result, succeed, unknownName } from '../lint/mistake.ts';
import { formatCompact } from '../report/compact.ts';
import { formatJson } from '../report/json.ts';
import { formatText } from '../report/text.ts';
import type { Streams } from './streams.ts';

/** One `--format FORMAT[=FILE]`. */
export interface Output {
  readonly format: FormatName;
  /** Absolute; undefined: standard output. */
  readonly file: string | undefined;
}

interface Shown {
  readonly locale: Locale;
  readonly verbose: boolean;
}

type FormatName = keyof typeof FORMATS;

/** Every format by name. `toFile` tells that the report does not go to a terminal. */
const FORMATS = {
  text: (results: readonly FileResult[], shown: Shown, streams: Streams, toFile: boolean): string =>
    formatText(results, {
      ...shown,
      color: !toFile && usesColor(streams),
      width: toFile ? 100 : Math.max(40, Math.min(streams.stdout.columns ?? 100, 140)),
      nameOf: (filePath) => shownName(filePath, streams.cwd),
    }),
  json: (results: readonly FileResult[]): string => formatJson(results),
  compact: (results: readonly FileResult[], _shown: Shown, streams: Streams): string =>
    formatCompact(results.map((result) => ({ ...result, filePath: shownName(result.filePath, streams.cwd) }))),
} as const;

/** Names for the help. */
export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

/** Reads `--format` options; without any, the text report. At most one may go to standard output. */
export function readOutputs(given: readonly string[], cwd: string): Result<readonly Output[]> {
  const mistakes: Mistake[] = [];
  const outputs = given.flatMap((option): Output[] => {
    const [name = '', ...rest] = option.split('=');
    const file = rest.length > 0 ? rest.join('=') : undefined;
    if (!isFormat(name)) {
      mistakes.push({ message: unknownName({ ja: '形式', en: 'format' }, name, FORMAT_NAMES) });
      return [];
    }
    if (file === '')
      mistakes.push({
        message: { ja: `--format ${name}= の後にファイル名がありません。`, en: `--format ${name}= needs a file name.` },
      });
    return [{ format: name, file: file ? resolve(cwd, file) : undefined }];
  });
  if (outputs.filter((output) => output.file === undefined).length > 1) {
    mistakes.push({
      message: {
        ja: '標準出力に出せる形式は1つです。ほかは --format 形式=ファイル で指定してください。',
        en: 'Only one format can go to standard output; give the others a file: --format NAME=FILE.',
      },
    });
  }
  if (mistakes.length > 0) return fail(...mistakes);
  return succeed(outputs.length > 0 ? outputs : [{ format: 'text', file: undefined }]);
}

/** Writes the reports. A file that cannot be written is a mistake; the other reports are written all the same. */
export function writeOutputs(
  outputs: readonly Output[],
  results: readonly FileResult[],
  shown: Shown,
  streams: Streams,
): Mistake[] {
  return outputs.flatMap(({ format, file }): Mistake[] => {
    const report = FORMATS[format](results, shown, streams, file !== undefined);
    if (file === undefined) {
      streams.stdout.write(report);
      return [];
    }
    try {
      writeFileSync(file, report);
      return [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [
        { file, message: { ja: `レポートを書けません（${reason}）。`, en: `The report cannot be written: ${reason}` } },
      ];
    }
  });
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

function usesColor({ stdout, env }: Streams): boolean {
  if (env.NO_COLOR) return false;
  return env.FORCE_COLOR !== undefined ? env.FORCE_COLOR !== '0' : stdout.isTTY === true && env.TERM !== 'dumb';
}

/** Relative to the working folder where that is shorter to read. */
export function shownName(filePath: string, cwd: string): string {
  const path = relative(cwd, filePath);
  return path === '' || path.startsWith('..') ? filePath : path;
}
