import { beginReplacing, type Replacement } from '../archive/replace-file.ts';
import type { Mistake } from '../lint/mistake.ts';
import { unwrittenReport } from './formats.ts';

/** A report on its way into a file, which is replaced at the end only. */
export interface ReportFile {
  readonly send: (text: string) => void;
  /** What went wrong, at any time; then the file is as it was. */
  readonly end: () => readonly Mistake[];
  /** Leaves the file as it was. Does nothing after `end`. */
  readonly discard: () => void;
}

/** Opens the file of a report. Never throws: a report that cannot be written must not end a run. */
export function openReportFile(file: string): ReportFile {
  let mistake: Mistake | undefined;
  let replacement: Replacement | undefined;
  const attempt = (action: () => void): void => {
    if (mistake) return;
    try {
      action();
    } catch (error) {
      mistake = unwrittenReport(file, error);
      replacement?.discard();
    }
  };
  attempt(() => {
    replacement = beginReplacing(file);
  });
  return {
    send: (text) => attempt(() => replacement?.write(text)),
    end: () => {
      attempt(() => replacement?.commit());
      return mistake ? [mistake] : [];
    },
    discard: () => replacement?.discard(),
  };
}
