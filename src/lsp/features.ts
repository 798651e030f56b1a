import { type Hover, type Position, SymbolKind } from 'vscode-languageserver';
import { taskOf } from './analyse.ts';
import { completionsAt, keyHelp } from './front-matter-help.ts';
import { frontMatterPlaceAt } from './front-matter-place.ts';
import { lensesOf } from './lenses.ts';
import { markup } from './markup.ts';
import { otherPlaces } from './other-place.ts';
import type { Service } from './service.ts';
import { soon } from './soon.ts';
import { refreshLenses } from './tell.ts';
import { rangeToLsp, symbolsOf } from './to-lsp.ts';

/** How long completion waits for the archive to be read. */
const PATIENCE_MS = 1500;

/** Registers what only reads: lenses, symbols, other places, completion, hover. */
export function registerFeatures(service: Service): void {
  const { connection, client, documents, analyses, indexOf } = service;
  connection.onCodeLens(async ({ textDocument }) => {
    const analysis = await soon(textDocument.uri, service);
    // What is outdated, or not all, is asked for again when all is known.
    if (!analysis?.complete)
      void analyses.complete(textDocument.uri).then((all) => all && refreshLenses(connection, client));
    return analysis ? lensesOf(analysis, client) : [];
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const analysis = await analyses.first(uri);
    if (!analysis?.facts) return [];
    const { document, facts } = analysis;
    if (client.symbolTrees) return symbolsOf(facts.headings, document.index);
    return facts.headings.map(({ text, section }) => {
      const range = rangeToLsp(section, document.index);
      return { name: text || '#', kind: SymbolKind.String, location: { uri, range } };
    });
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    const analysis = await soon(textDocument.uri, service);
    return analysis ? otherPlaces(analysis, analysis.document.index.offsetAt(position), indexOf) : [];
  });
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    const place = document && frontMatterPlaceAt(document.text, document.index.offsetAt(position));
    const analysis = place && (await analyses.first(uri));
    // Text that changes meanwhile is asked about again.
    if (place && analysis?.document !== document) return { isIncomplete: true, items: [] };
    if (!place || !analysis) return { isIncomplete: false, items: [] };
    const { data } = analysis.config;
    const used = place.kind === 'key' ? undefined : await inTime(service.values.of(data), service);
    const { index } = document;
    const { markdownCompletion } = client;
    const shown = { index, locale: data.locale, site: analysis.facts?.site ?? 'generic', markdownCompletion };
    const isIncomplete = place.kind === 'value' && used === undefined;
    return { isIncomplete, items: completionsAt(place, used ?? new Map(), shown) };
  });
  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    return (
      (await keyHover(textDocument.uri, position, service)) ?? (await figureHover(textDocument.uri, position, service))
    );
  });
}

async function keyHover(uri: string, position: Position, service: Service): Promise<Hover | undefined> {
  const document = service.documents.get(uri);
  const place = document && frontMatterPlaceAt(document.text, document.index.offsetAt(position));
  if (!document || place?.kind !== 'key' || place.range[0] === place.range[1]) return undefined;
  const analysis = await service.analyses.first(uri);
  if (!analysis) return undefined;
  const help = keyHelp(place.key, { site: analysis.facts?.site ?? 'generic', locale: analysis.config.data.locale });
  return help === undefined ? undefined : hoverOf(help, rangeToLsp(place.range, document.index), service);
}

async function figureHover(uri: string, position: Position, service: Service): Promise<Hover | null> {
  const document = service.documents.get(uri);
  const config = document && (await service.configs.of(document.path));
  if (!document || !config) return null;
  const offset = document.index.offsetAt(position);
  const task = { kind: 'figure', offset, ...taskOf({ document, now: service.clock.now() }, config) } as const;
  const outcome = await service.fast.run(`figure ${uri}`, task, true);
  if (outcome.kind !== 'done' || !outcome.value || service.documents.get(uri) !== document) return null;
  return hoverOf(outcome.value.text, rangeToLsp(outcome.value.range, document.index), service);
}

function hoverOf(value: string, range: Hover['range'], { client }: Service): Hover {
  return { contents: markup(value, client.markdownHover), ...(range ? { range } : {}) };
}

async function inTime<T>(promise: Promise<T>, { clock }: Service): Promise<T | undefined> {
  let stop = (): void => undefined;
  const late = new Promise<undefined>((resolve) => {
    stop = clock.after(PATIENCE_MS, () => resolve(undefined));
  });
  const value = await Promise.race([promise, late]);
  stop();
  return value;
}
