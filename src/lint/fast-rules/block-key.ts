import { hash } from 'node:crypto';

/** What the key needs of a node of textlint's tree. */
export interface TreeNode {
  readonly type: string;
  readonly raw: string;
  readonly range: readonly [start: number, end: number];
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly children?: readonly TreeNode[];
}

/**
 * Names what rules see of a top-level block: its source, how it was parsed (which links are links depends on definitions
 * elsewhere) and its column. Blocks with equal keys have equal messages, moved by the distance of the blocks.
 */
export function blockKey(block: TreeNode): string {
  const { raw, loc } = block;
  const exactPlace = dependsOnItsLine(block) ? [loc.start.line, block.range[0]] : [];
  const shape: (string | number)[] = [loc.start.column, ...exactPlace];
  describe(block, block.range[0], shape);
  return hash('sha1', `${shape.join(' ')}\0${raw}`, 'base64');
}

/**
 * no-doubled-conjunctive-particle-ga looks up the article's line number among the lines of the paragraph, which gives
 * something only near the start of an article, where the block has as many lines as stand before it. There, the place is
 * part of the key, and what it reports may lie in another block. Character references may stand for line breaks.
 */
export function dependsOnItsLine({ raw, loc }: TreeNode): boolean {
  const lines = (raw.match(/[\r\n\u2028\u2029&]/g)?.length ?? 0) + 1;
  return loc.start.line <= lines;
}

function describe({ type, range, children }: TreeNode, base: number, shape: (string | number)[]): void {
  shape.push(type, range[0] - base, range[1] - base);
  if (children === undefined) return;
  for (const child of children) describe(child, base, shape);
  shape.push('/');
}
