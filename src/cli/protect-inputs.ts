import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import type { Mistake } from '../lint/mistake.ts';

/** How the report in Markdown begins: an earlier one may lie among the articles, and may be replaced. */
const OWN_REPORT = '### koetsu\n';

/** A mistake for each file that a run would write over something that it reads: an article, the configuration, a blob. Paths are absolute. */
export function overwritten(
  outputs: readonly { readonly file: string | undefined }[],
  inputs: Iterable<string | undefined>,
): Mistake[] {
  const files = outputs.flatMap(({ file }) => file ?? []);
  if (files.length === 0) return [];
  const read = new Set([...inputs].flatMap((file) => (file === undefined ? [] : realPath(file))));
  return files.filter((file) => read.has(realPath(file)) && !isOwnReport(file)).map(mistake);
}

function mistake(file: string): Mistake {
  return {
    file,
    message: {
      ja: 'このファイルは検査で読み込みます。上書きしないよう、別のファイルを出力先に指定してください。',
      en: 'This run reads the file; name another one for the output, so that it is not overwritten.',
    },
  };
}

/** The file that a name leads to through links; the name where there is none. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function isOwnReport(file: string): boolean {
  const start = Buffer.alloc(OWN_REPORT.length);
  try {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, start, 0, start.length, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
  return start.toString('latin1') === OWN_REPORT;
}
