import type { Connection } from 'vscode-languageserver';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { mistakesAsDiagnostics } from './config-mistakes.ts';
import type { Encoding } from './line-index.ts';
import { messages } from './messages.ts';

/** Shows mistakes in configuration files where they are, and says once that a file is broken. */
export function createConfigReports(
  connection: Connection,
  locale: () => Locale,
  encoding: Encoding,
): (folder: string, mistakes: readonly Mistake[]) => void {
  const shown = new Map<string, readonly string[]>();
  const broken = new Set<string>();

  function sayOnce(folder: string, files: ReadonlySet<string>): void {
    for (const file of broken) if (!files.has(file) && file.startsWith(folder)) broken.delete(file);
    for (const file of files) {
      if (broken.has(file)) continue;
      broken.add(file);
      void connection.window.showErrorMessage(messages[locale()].brokenConfig(file));
    }
  }

  return (folder, mistakes) => {
    const reports = mistakesAsDiagnostics(mistakes, locale(), encoding);
    const uris = reports.map(({ uri }) => uri);
    for (const uri of shown.get(folder) ?? [])
      if (!uris.includes(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const report of reports) void connection.sendDiagnostics(report);
    shown.set(folder, uris);
    sayOnce(folder, new Set(mistakes.flatMap(({ file }) => file ?? [])));
  };
}
