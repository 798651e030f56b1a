import type { Nodes } from 'mdast';
import type { Document } from '../document/document.ts';
import { parseDocument } from '../document/parse-document.ts';
import type { Edit } from './finding.ts';
import type { Article } from './lint-text.ts';

/**
 * The edits that change nothing but what they touch, whoever wrote the rule: the blocks that none of them touches are the same
 * in the same places afterwards, and no key of front matter is lost. Where edits would do damage, those beside it are left out.
 * The edits are in order and do not overlap.
 */
export function harmlessEdits(document: Document, edits: readonly Edit[]): readonly Edit[] {
  let kept = edits;
  while (kept.length > 0) {
    const suspects = suspectsAmong(document, kept);
    if (suspects.length === 0) return kept;
    const guilty = suspects.filter((edit) => suspectsAmong(document, [edit]).length > 0);
    const dropped = guilty.length > 0 ? guilty : suspects;
    kept = kept.filter((edit) => !dropped.includes(edit));
  }
  return kept;
}

/** Tells of edits of an article whether each, alone, changes nothing but what it touches. It is read when the first is asked about. */
export function harmlessIn({ text, path }: Article): (edit: Edit) => boolean {
  let document: Document | undefined;
  return (edit) => {
    document ??= parseDocument(text, () => [], path);
    return harmlessEdits(document, [edit]).length > 0;
  };
}

/** The text after edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { range, text: replacement } of edits) {
    parts.push(text.slice(done, range[0]), replacement);
    done = range[1];
  }
  return [...parts, text.slice(done)].join('');
}

/** Edits beside the first damage that all of them do; none if there is no damage. */
function suspectsAmong(before: Document, edits: readonly Edit[]): readonly Edit[] {
  const after = parseDocument(applyEdits(before.text, edits), () => [], before.path);
  if (cutsCharacter(before.text, after.text)) return edits;
  if (losesKeys(before, after)) {
    const end = before.frontMatter?.range[1] ?? 0;
    const inside = edits.filter(({ range }) => range[0] <= end);
    return inside.length > 0 ? inside : edits;
  }
  const lost = firstLostBlock(before, after, edits);
  if (!lost) return [];
  const next = edits.findIndex(({ range }) => range[0] > lost[1]);
  const previous = next < 0 ? edits.length - 1 : next - 1;
  return edits.slice(Math.max(0, previous), next < 0 ? undefined : next + 1);
}

/** True if there is half a character now, which no encoding can write, and was none before. */
function cutsCharacter(before: string, after: string): boolean {
  return /\p{Surrogate}/u.test(after) && !/\p{Surrogate}/u.test(before);
}

/** True if front matter that could be read cannot be read any more, or lacks a key. */
function losesKeys({ frontMatter: before }: Document, { frontMatter: after }: Document): boolean {
  if (!before || before.errors.length > 0) return false;
  const keys = new Set(after?.entries.map(({ key }) => key));
  return !after || after.errors.length > 0 || before.entries.some(({ key }) => !keys.has(key));
}

/** The first child of the root that no edit touches and that is no longer what and where it was. */
function firstLostBlock(
  before: Document,
  after: Document,
  edits: readonly Edit[],
): readonly [number, number] | undefined {
  const left = new Map(after.root.children.map((node) => [after.rangeOf(node)[0], node]));
  let next = 0;
  let shift = 0;
  for (const node of before.root.children) {
    const [start, end] = before.rangeOf(node);
    for (let edit = edits[next]; edit && edit.range[1] < start; edit = edits[++next])
      shift += edit.text.length - (edit.range[1] - edit.range[0]);
    const upcoming = edits[next];
    if (upcoming && upcoming.range[0] <= end) continue;
    const moved = left.get(start + shift);
    if (!moved || treeOf(moved) !== treeOf(node)) return [start, end];
  }
  return undefined;
}

function treeOf(node: Nodes): string {
  return JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value));
}
