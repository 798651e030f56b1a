import { readFileSync } from 'node:fs';
import { type Diagnostic, DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { uriOf } from './to-lsp.ts';

/** Mistakes as diagnostics of the configuration files that hold them; those without a file are left out. */
export function mistakesAsDiagnostics(mistakes: readonly Mistake[], locale: Locale): PublishDiagnosticsParams[] {
  const byFile = new Map<string, Diagnostic[]>();
  for (const mistake of mistakes) {
    if (mistake.file === undefined) continue;
    byFile.set(mistake.file, [...(byFile.get(mistake.file) ?? []), diagnosticOf(mistake, mistake.file, locale)]);
  }
  return [...byFile].map(([file, diagnostics]) => ({ uri: uriOf(file), diagnostics }));
}

/** On the whole line of the key. */
function diagnosticOf({ line = 1, keyPath, message }: Mistake, file: string, locale: Locale): Diagnostic {
  const text = lineOf(file, line);
  const start = text.search(/\S|$/);
  const key = keyPath?.length ? `${keyPath.join('.')}: ` : '';
  return {
    range: { start: { line: line - 1, character: start }, end: { line: line - 1, character: text.trimEnd().length } },
    severity: DiagnosticSeverity.Error,
    source: 'koetsu',
    code: 'config',
    message: `${key}${message[locale]}`,
  };
}

function lineOf(file: string, line: number): string {
  try {
    return readFileSync(file, 'utf8').split(/\r\n|\n|\r/)[line - 1] ?? '';
  } catch {
    return '';
  }
}
