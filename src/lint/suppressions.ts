import type { Comment, Document } from '../document/document.ts';
import type { Range } from '../text/range.ts';

/** `<!-- textlint-disable … -->` up to the `textlint-enable` that ends it, or to the end of the article. */
export interface Suppression {
  /** The comment that begins it. */
  readonly comment: Range;
  /** Findings that begin in here are suppressed. */
  readonly range: Range;
  /** Rule ids as they are written, with or without preset; empty: all rules. */
  readonly ruleIds: readonly string[];
  /** What stands behind ` -- `. */
  readonly reason: string;
}

const DIRECTIVE = /^textlint-(disable|enable)(?![-\w])([\s\S]*)$/;

interface Open {
  readonly comment: Range;
  /** `*` for all rules. */
  readonly ruleId: string;
  readonly reason: string;
}

/**
 * Reads the comments of an article as textlint-filter-rule-comments does: `textlint-disable` with a list of rules or without,
 * `textlint-enable` for some or all, and a description behind ` -- `.
 */
export function suppressionsIn(document: Document): Suppression[] {
  let open: Open[] = [];
  const suppressions: Suppression[] = [];
  for (const comment of document.comments) {
    const directive = readDirective(comment);
    if (!directive) continue;
    if (directive.verb === 'disable') open.push(...directive.opens);
    else {
      const ends = (entry: Open): boolean =>
        directive.opens.some(({ ruleId }) => ruleId === '*' || ruleId === entry.ruleId);
      suppressions.push(...open.filter(ends).map((entry) => close(entry, comment.range[0])));
      open = open.filter((entry) => !ends(entry));
    }
  }
  suppressions.push(...open.map((entry) => close(entry, document.text.length)));
  return suppressions.sort((a, b) => a.comment[0] - b.comment[0]);
}

function readDirective({ text, range }: Comment): { verb: string; opens: Open[] } | undefined {
  const [, verb, rest = ''] = DIRECTIVE.exec(text) ?? [];
  if (!verb) return undefined;
  const [list = '', ...reason] = rest.split(/\s--\s/);
  const ruleIds = list.split(',').flatMap((id) => id.trim() || []);
  const named = ruleIds.length > 0 ? ruleIds : ['*'];
  return { verb, opens: named.map((ruleId) => ({ comment: range, ruleId, reason: reason.join(' -- ').trim() })) };
}

function close({ comment, ruleId, reason }: Open, end: number): Suppression {
  return { comment, range: [comment[0], end], ruleIds: ruleId === '*' ? [] : [ruleId], reason };
}

/** Splits findings into those that stand and the suppressions that hit nothing. */
export function applySuppressions<F extends { readonly ruleId: string; readonly range: Range }>(
  findings: readonly F[],
  suppressions: readonly Suppression[],
): { readonly kept: F[]; readonly unused: Suppression[] } {
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const hits = suppressions.filter((suppression) => suppresses(suppression, finding));
    for (const hit of hits) used.add(hit);
    return hits.length === 0;
  });
  return { kept, unused: suppressions.filter((suppression) => !used.has(suppression)) };
}

function suppresses(
  { range, ruleIds }: Suppression,
  finding: { readonly ruleId: string; readonly range: Range },
): boolean {
  if (finding.range[0] < range[0] || finding.range[0] > range[1]) return false;
  return ruleIds.length === 0 || ruleIds.some((id) => id === finding.ruleId || finding.ruleId.endsWith(`/${id}`));
}
