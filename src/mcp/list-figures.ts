import { parseDocument } from '../document/parse-document.ts';
import { isDemanding } from '../lint/demanding.ts';
import { fail, type Locale, type Result, succeed } from '../lint/mistake.ts';
import { formatFigureJson, formatFigureTable } from '../report/figure-table.ts';
import { lintAll } from './check-articles.ts';
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
  const fault = await whyNotRead(article.text, path, deps);
  if (fault) return fault;
  const document = parseDocument(article.text, (await deps.tools()).tokenize, named.path);
  // Through JSON, for it has no infinite numbers.
  const figures: FigureOutput[] = JSON.parse(formatFigureJson(document));
  return succeed({ figures, table: formatFigureTable(document, locale) });
}

/** An article that may take minutes goes through the engine first, which stops it; what it gets through can be read in this thread. */
async function whyNotRead(
  text: string,
  path: string | undefined,
  deps: Deps,
): Promise<Extract<Result<never>, { readonly ok: false }> | undefined> {
  if (!isDemanding(text)) return undefined;
  const config = await deps.loadConfig();
  if (!config.ok) return config;
  const [result] = await lintAll([textSource(text, path, deps)], config.value, new AbortController().signal, deps);
  const failure = result?.findings.find(({ ruleId }) => ruleId === 'internal-error');
  return failure && { ok: false, mistakes: [{ message: { ja: failure.message, en: failure.message } }] };
}
