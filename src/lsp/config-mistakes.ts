import { readFileSync } from 'node:fs';
import { type Diagnostic, DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Locale, Mistake } from '../lint/mistake.ts';
import { lineStartsOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { type Encoding, lineIndexOf } from './line-index.ts';
import { rangeToLsp, uriOf } from './to-lsp.ts';

/** Mistakes as diagnostics of the configuration files that hold them; those without a file are left out. */
export function mistakesAsDiagnostics(
  mistakes: readonly Mistake[],
  locale: Locale,
  encoding: Encoding,
): PublishDiagnosticsParams[] {
  const byFile = new Map<string, Mistake[]>();
  for (const mistake of mistakes)
    if (mistake.file !== undefined) byFile.set(mistake.file, [...(byFile.get(mistake.file) ?? []), mistake]);
  return [...byFile].map(([file, own]) => {
    const text = textOf(file);
    const index = lineIndexOf(text, encoding);
    const diagnostics = own.map(({ line = 1, range = lineRange(text, line), keyPath, message }): Diagnostic => {
      const key = keyPath?.length ? `${keyPath.join('.')}: ` : '';
      return {
        range: rangeToLsp(range, index),
        severity: DiagnosticSeverity.Error,
        source: 'koetsu',
        code: 'config',
        message: `${key}${message[locale]}`,
      };
    });
    return { uri: uriOf(file), diagnostics };
  });
}

/** A line without its indentation, for a mistake whose place in it is not known. */
function lineRange(text: string, line: number): Range {
  const starts = lineStartsOf(text);
  const start = starts[line - 1] ?? 0;
  const content = text.slice(start, starts[line] ?? text.length).trimEnd();
  return [start + content.search(/\S|$/), start + content.length];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
