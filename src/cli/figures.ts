import { resolve } from 'node:path';
import { parseDocument } from '../document/parse-document.ts';
import type { Locale } from '../lint/mistake.ts';
import { readArticleFileSync } from '../lint/read-article.ts';
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
  const article = readArticleFileSync(path);
  if ('reason' in article) return { mistakes: [{ file, message: article.reason }] };
  const document = parseDocument(article.text, (await loadTools(streams)).tokenize, path);
  streams.stdout.write(
    options.format === 'json' ? formatFigureJson(document) : formatFigureTable(document, options.locale ?? 'ja'),
  );
  return { code: EXIT.clean };
}
