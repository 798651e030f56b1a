import type { Config } from './config.ts';
import type { Edit, Finding } from './finding.ts';
import { applyEdits, harmlessEdits } from './harmless-edits.ts';
import { type Article, type Linted, lintArticle, type Tools } from './lint-text.ts';

/** Far more passes than fixes that make room for one another need. */
const MAX_PASSES = 30;
/** UTF-16 code units by which fixes may lengthen an article; those that go beyond would never end. */
const MAX_GROWTH = 100_000;

/** An article after its safe fixes, and what is left to report on it. */
export interface Fixed {
  readonly text: string;
  /** Number of fixes that were applied. */
  readonly applied: number;
  readonly findings: readonly Finding[];
  /** The article as it was, and as it is now. */
  readonly first: Linted;
  readonly last: Linted;
}

/** A text on the way. */
interface Step {
  readonly text: string;
  readonly applied: number;
  readonly linted: Linted;
}

/**
 * Applies the safe fixes of an article until none is left, so that a second run changes nothing. In a pass, of fixes that touch
 * one another only the first is applied. Suggestions are never applied, nor fixes that would change
 * what they do not touch. Of fixes that undo one another the same text is left
 * whichever comes first; an article whose fixes come to no end is left as it is.
 */
export async function fixText(article: Article, config: Config, tools: Tools): Promise<Fixed> {
  const steps: Step[] = [{ text: article.text, applied: 0, linted: await lintArticle(article, config, tools) }];
  while (steps.length <= MAX_PASSES) {
    const step = steps.at(-1) as Step;
    const { findings, document } = step.linted;
    const edits = harmlessEdits(document(), compatible(findings.flatMap((finding) => finding.fix ?? [])));
    const text = applyEdits(step.text, edits);
    if (text === step.text) return fixedAt(step, steps);
    if (text.length > article.text.length + MAX_GROWTH) break;
    const circle = steps.findIndex((earlier) => earlier.text === text);
    if (circle >= 0) return fixedAt(steps.slice(circle).reduce(lesser), steps);
    const linted = await lintArticle({ ...article, text }, config, tools);
    steps.push({ text, applied: step.applied + edits.length, linted });
  }
  return fixedAt(steps[0] as Step, steps);
}

function fixedAt({ text, applied, linted }: Step, steps: readonly Step[]): Fixed {
  return { text, applied, findings: linted.findings, first: (steps[0] as Step).linted, last: linted };
}

function lesser(a: Step, b: Step): Step {
  return b.text < a.text ? b : a;
}

/** Edits in the order of the text, without those that overlap or touch an earlier one. */
function compatible(edits: readonly Edit[]): Edit[] {
  const chosen: Edit[] = [];
  for (const edit of edits.filter(isSound).sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (edit.range[0] > (chosen.at(-1)?.range[1] ?? -1)) chosen.push(edit);
  }
  return chosen;
}

/** Rules of other packages may give any numbers. */
function isSound({ range: [start, end] }: Edit): boolean {
  return start >= 0 && start <= end;
}
