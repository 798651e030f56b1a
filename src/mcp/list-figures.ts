import { parseDocument } from '../document/parse-document.ts';
import { fail, type Locale, type Result, succeed } from '../lint/mistake.ts';
import { formatFigureJson, formatFigureTable } from '../report/figure-table.ts';
import type { Deps } from './deps.ts';
import type { FigureOutput } from './schemas.ts';
import { textSource } from './text-source.ts';

export interface Figures {
  readonly figures: FigureOutput[];
  /** The same for people. */
  readonly table: string;
}

/** The figures of a text, or of an article on the disk. */
export async function listFigures(
  { text, path }: { readonly text?: string | undefined; readonly path?: string | undefined },
  locale: Locale,
  deps: Deps,
): Promise<Result<Figures>> {
  if (text === undefined && !path)
    return fail({ message: { ja: 'text か path が必要です。', en: 'Give text or path.' } });
  const named = textSource(text ?? '', path, deps);
  const article = text === undefined ? await deps.source(named.path ?? '').read() : { text };
  if ('reason' in article) return fail({ ...(path ? { file: path } : {}), message: article.reason });
  const document = parseDocument(article.text, (await deps.tools()).tokenize, named.path);
  // Through JSON, for it has no infinite numbers.
  const figures: FigureOutput[] = JSON.parse(formatFigureJson(document));
  return succeed({ figures, table: formatFigureTable(document, locale) });
}
