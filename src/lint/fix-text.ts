import type { Config } from './config.ts';
import type { Edit, Finding } from './finding.ts';
import { type Article, lintText, type Tools } from './lint-text.ts';

/** Rules whose fixes undo one another stop here: what they want is then still reported. */
const MAX_PASSES = 10;

/** An article after its safe fixes, and what is left to report on it. */
export interface Fixed {
  readonly text: string;
  /** Number of fixes that were applied. */
  readonly applied: number;
  readonly findings: readonly Finding[];
}

/**
 * Applies the safe fixes of an article until none is left, so that a second run changes nothing. In a pass, of fixes that touch
 * one another only the first is applied. Suggestions are never applied.
 */
export async function fixText(article: Article, config: Config, tools: Tools): Promise<Fixed> {
  let { text } = article;
  let applied = 0;
  for (let pass = 0; ; pass++) {
    const findings = await lintText({ ...article, text }, config, tools);
    const edits = compatible(findings.flatMap((finding) => finding.fix ?? []));
    const next = applyEdits(text, edits);
    if (next === text || pass === MAX_PASSES) return { text, applied, findings };
    text = next;
    applied += edits.length;
  }
}

/** Edits in the order of the text, without those that overlap or touch an earlier one. */
function compatible(edits: readonly Edit[]): Edit[] {
  const chosen: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (edit.range[0] > (chosen.at(-1)?.range[1] ?? -1)) chosen.push(edit);
  }
  return chosen;
}

/** The text after edits that are sorted and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { range, text: replacement } of edits) {
    parts.push(text.slice(done, range[0]), replacement);
    done = range[1];
  }
  return [...parts, text.slice(done)].join('');
}
