import { type Connection, MessageType } from 'vscode-languageserver';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { mistakesAsDiagnostics } from './config-mistakes.ts';
import type { Encoding } from './line-index.ts';
import { messages } from './messages.ts';
import { sendDiagnostics, showMessage } from './tell.ts';

/** Shows mistakes in configuration files where they are, and says once that a file is broken. */
export function createConfigReports(
  connection: Connection,
  locale: () => Locale,
  encoding: Encoding,
): (folder: string, mistakes: readonly Mistake[]) => void {
  const shown = new Map<string, readonly string[]>();
  const said = new Map<string, ReadonlySet<string>>();

  function sayOnce(folder: string, files: ReadonlySet<string>): void {
    const isKnown = (file: string): boolean => [...said.values()].some((known) => known.has(file));
    for (const file of files)
      if (!isKnown(file)) showMessage(connection, MessageType.Error, messages[locale()].brokenConfig(file));
    said.set(folder, files);
  }

  return (folder, mistakes) => {
    const reports = mistakesAsDiagnostics(mistakes, locale(), encoding);
    const uris = reports.map(({ uri }) => uri);
    for (const uri of shown.get(folder) ?? [])
      if (!uris.includes(uri)) sendDiagnostics(connection, { uri, diagnostics: [] });
    for (const report of reports) sendDiagnostics(connection, report);
    shown.set(folder, uris);
    sayOnce(folder, new Set(mistakes.flatMap(({ file }) => file ?? [])));
  };
}
