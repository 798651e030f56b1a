import type { FileResult } from '../lint/finding.ts';
import { lineStartsOf, positionOf } from '../text/positions.ts';
import { onOneLine, printable } from './printable.ts';

/** One line a finding, `path:line:column: severity: message [rule]`, as compilers print them: for editors and grep. */
export function formatCompact(results: readonly FileResult[]): string {
  return results
    .flatMap(({ filePath, text, findings }) => {
      const starts = lineStartsOf(text);
      return findings.map(({ range, severity, message, ruleId }) => {
        const { line, column } = positionOf(text, range[0], starts);
        const shown = printable(onOneLine(message));
        return `${printable(filePath)}:${line}:${column}: ${severity}: ${shown} [${ruleId}]\n`;
      });
    })
    .join('');
}
