import type { Edit, Finding } from '../lint/finding.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { Facts } from './facts.ts';

/**
 * The edits that put comments around the blocks of a finding, so that its rule is silent there: between blocks of the top level,
 * with blank lines, because a comment within a list or a table would change it. Undefined for findings in the front matter,
 * which no comment reaches.
 */
export function disableHere(finding: Finding, text: string, facts: Facts, reason: string): readonly Edit[] | undefined {
  const touched = facts.blocks.filter((block) => overlaps(block, atLeastOne(finding.range)));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last || finding.range[0] < facts.bodyStart) return undefined;
  const eol = lineBreakOf(text);
  const start = lineStart(text, first[0]);
  const end = lineEnd(text, last[1]);
  const opening = `<!-- textlint-disable ${finding.ruleId} -- ${reason} -->`;
  const closing = `<!-- textlint-enable ${finding.ruleId} -->`;
  const before = isBlankBefore(text, start) ? '' : eol;
  const after = /^(?:\r\n|\r|\n)?(?:[ \t]*(?:\r\n|\r|\n)|[ \t]*$)/.test(text.slice(end, end + 200)) ? '' : eol;
  return [
    { range: [start, start], text: `${before}${opening}${eol}${eol}` },
    { range: [end, end], text: `${eol}${eol}${closing}${after}` },
  ];
}

/** The edit that silences a rule for the whole body, by a comment at its start; undefined for findings in the front matter. */
export function disableFile(finding: Finding, text: string, facts: Facts, reason: string): Edit | undefined {
  if (finding.range[0] < facts.bodyStart) return undefined;
  const eol = lineBreakOf(text);
  const comment = `<!-- textlint-disable ${finding.ruleId} -- ${reason} -->`;
  const isStart = facts.bodyStart <= 1;
  const at = facts.bodyStart;
  return { range: [at, at], text: isStart ? `${comment}${eol}${eol}` : `${eol}${eol}${comment}${eol}` };
}

/** The line break that a text uses. */
function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function atLeastOne([start, end]: Range): Range {
  return [start, Math.max(end, start + 1)];
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at -= 1;
  return at === 0 && text.startsWith('\uFEFF') ? 1 : at;
}

function lineEnd(text: string, offset: number): number {
  // A block may end behind its line break.
  let at = offset;
  while (at > 0 && (text[at - 1] === '\n' || text[at - 1] === '\r')) at -= 1;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function isBlankBefore(text: string, lineStart: number): boolean {
  const head = text.slice(Math.max(0, lineStart - 200), lineStart).replace(/^\uFEFF/, '');
  return head === '' || /(?:^|[\r\n])[ \t]*(?:\r\n|\r|\n)$/.test(head);
}
