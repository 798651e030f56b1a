import type { Comment, Document } from '../document/document.ts';
import { encloses, type Range } from '../text/range.ts';

/** `<!-- textlint-disable … -->` up to the `textlint-enable` that ends it, or to the end of the article. */
export interface Suppression {
  /** The comment that begins it. */
  readonly comment: Range;
  /** Findings that lie wholly in here are suppressed. */
  readonly range: Range;
  /** Rule ids as they are written, with or without preset; empty: all rules. */
  readonly ruleIds: readonly string[];
  /** What stands behind ` -- `. */
  readonly reason: string;
}

const DIRECTIVE = /^textlint-(disable|enable)(?!-(?!-)|\w)([\s\S]*)$/;

interface Open {
  readonly comment: Range;
  readonly html: Range;
  /** `*` for all rules. */
  readonly ruleId: string;
  readonly reason: string;
}

/** False if no comment of a text can be one for rules. */
export function mayHoldDirectives(text: string): boolean {
  return text.includes('textlint-');
}

/**
 * Reads the comments of an article as textlint-filter-rule-comments 1.3 does: `textlint-disable` with a list of rules or without,
 * `textlint-enable` for some or all, and a description behind `--`. Both count from the start of the HTML they stand in; an
 * `enable` that names a rule ends the last `disable` that names it.
 */
export function suppressionsIn(document: Document): Suppression[] {
  const open: Open[] = [];
  const suppressions: Suppression[] = [];
  for (const comment of document.comments) {
    const directive = readDirective(comment);
    if (directive?.verb === 'disable') open.push(...directive.opens);
    else {
      const ended = directive?.opens.flatMap(({ ruleId }) => takeEnded(ruleId, open)) ?? [];
      suppressions.push(...ended.map((entry) => close(entry, comment.html[0])));
    }
  }
  suppressions.push(...open.map((entry) => close(entry, document.text.length)));
  return suppressions.sort((a, b) => a.comment[0] - b.comment[0]);
}

/** Takes out of the open suppressions what an `enable` of a rule, or of all (`*`), ends. */
function takeEnded(ruleId: string, open: Open[]): Open[] {
  if (ruleId === '*') return open.splice(0);
  const last = open.findLastIndex((entry) => entry.ruleId === ruleId);
  return last < 0 ? [] : open.splice(last, 1);
}

function readDirective({ text, range, html }: Comment): { verb: string; opens: Open[] } | undefined {
  const [, verb, rest = ''] = DIRECTIVE.exec(text) ?? [];
  if (!verb) return undefined;
  const [list = '', ...reason] = rest.split('--');
  const ruleIds = new Set(list.split(',').flatMap((id) => id.trim() || []));
  const named = ruleIds.size > 0 ? [...ruleIds] : ['*'];
  return { verb, opens: named.map((ruleId) => ({ comment: range, html, ruleId, reason: reason.join('--').trim() })) };
}

function close({ comment, html, ruleId, reason }: Open, end: number): Suppression {
  return { comment, range: [html[0], end], ruleIds: ruleId === '*' ? [] : [ruleId], reason };
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
  if (!encloses(range, finding.range)) return false;
  return ruleIds.length === 0 || ruleIds.some((id) => id === finding.ruleId || finding.ruleId.endsWith(`/${id}`));
}
