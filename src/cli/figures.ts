import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDocument } from '../document/parse-document.ts';
import type { Locale } from '../lint/mistake.ts';
import { decodeArticle } from '../lint/read-article.ts';
import { formatFigureJson, formatFigureTable } from '../report/figure-table.ts';
import type { Outcome } from './check.ts';
import { EXIT, type Streams } from './streams.ts';
import { loadTools } from './tools.ts';

export interface FiguresOptions {
  readonly format: 'text' | 'json';
  readonly locale?: Locale;
}

/** `koetsu figures FILE`: every figure that koetsu sees in an article and what it takes each to be said of. */
export async function listFigures(file: string, options: FiguresOptions, streams: Streams): Promise<Outcome> {
  const path = resolve(streams.cwd, file);
  const article = readArticle(path, file);
  if ('message' in article) return { mistakes: [article] };
  const document = parseDocument(article.text, (await loadTools(streams)).tokenize, path);
  streams.stdout.write(
    options.format === 'json' ? formatFigureJson(document) : formatFigureTable(document, options.locale ?? 'ja'),
  );
  return { code: EXIT.clean };
}

function readArticle(path: string, name: string) {
  try {
    const decoded = decodeArticle(readFileSync(path));
    return 'text' in decoded ? decoded : { message: decoded.reason, file: name };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {
      message: {
        ja: `「${name}」を読めません（${reason}）。`,
        en: `"${name}" cannot be read (${reason}).`,
      },
    };
  }
}
