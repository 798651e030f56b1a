/** What is looked at in a node of textlint's tree, or in one of sentence-splitter's. */
export interface SourceNode {
  readonly type: string;
  readonly raw?: string;
  readonly range?: readonly [start: number, end: number];
  readonly value?: unknown;
  readonly alt?: unknown;
  readonly title?: unknown;
  readonly children?: readonly SourceNode[];
}

/** A node that becomes text, or encloses nodes that do. */
export interface RootNode extends SourceNode {
  readonly raw: string;
  readonly range: readonly [start: number, end: number];
}

type Command =
  | { readonly type: 'StringSourceReplacerMaskValueCommand'; readonly maskSymbol: string }
  | { readonly type: 'StringSourceReplacerEmptyValueCommand' };

/** Lets a rule blank out or mask the value of a node. */
export type Replacer = (view: {
  readonly node: SourceNode;
  readonly parent: SourceNode | undefined;
  readonly maskValue: (maskSymbol: string) => Command;
  readonly emptyValue: () => Command;
}) => Command | undefined;

/** A piece of the text, and the node that it comes from, or the one that encloses it. */
export interface Piece {
  readonly value: string;
  readonly container: SourceNode;
  /** True if the container has no mark-up around the value. */
  readonly bare: boolean;
}

const maskValue = (maskSymbol: string): Command => ({ type: 'StringSourceReplacerMaskValueCommand', maskSymbol });
const emptyValue = (): Command => ({ type: 'StringSourceReplacerEmptyValueCommand' });

/** Pieces of text below a node, in order. The tree must pass `isPlainTree`. Throws where the package does: on a mask for no value. */
export function piecesOf(root: RootNode, replacer: Replacer | undefined): Piece[] {
  const pieces: Piece[] = [];
  const visit = (node: SourceNode, parent: SourceNode | undefined): void => {
    const piece = pieceOf(node, parent, replacer);
    if (piece) pieces.push(piece);
    else for (const child of node.children ?? []) visit(child, node);
  };
  visit(root, undefined);
  return pieces;
}

/** True if the package would not have to parse HTML, and all nodes have a place. */
export function isPlainTree(node: SourceNode): boolean {
  if (node.type === 'Html' || node.range === undefined) return false;
  return node.children === undefined || (Array.isArray(node.children) && node.children.every(isPlainTree));
}

function pieceOf(node: SourceNode, parent: SourceNode | undefined, replacer: Replacer | undefined): Piece | undefined {
  const command = replacer?.({ node, parent, maskValue, emptyValue });
  const replaced = command ? obey(command, node) : node;
  const value = valueIn(replaced);
  if (!value || parent === undefined) return undefined;
  const inParagraph = parent.type === 'Paragraph';
  const container = inParagraph ? replaced : parent;
  const bare = inParagraph && replaced.type === 'Str';
  return bare || container.raw !== undefined ? { value, container, bare } : undefined;
}

/** Where the value of a piece stands, without the mark-up around it. `base`: where the root starts. */
export function placeOf({ value, container, bare }: Piece, base: number): readonly [start: number, end: number] {
  const { range = [base, base], raw = '' } = container;
  const [start, end] = [range[0] - base, range[1] - base];
  if (bare) return [start, end];
  const left = Math.max(0, raw.indexOf(value, 1));
  return [start + left, end - (raw.length - (left + value.length))];
}

function obey(command: Command, node: SourceNode): SourceNode {
  if (command.type === 'StringSourceReplacerEmptyValueCommand') return 'value' in node ? { ...node, value: '' } : node;
  if (typeof node.value !== 'string')
    throw new Error(`Can not masking. ${node.type} node does not have value property`);
  return { ...node, value: command.maskSymbol.repeat(node.value.length) };
}

function valueIn(node: SourceNode): string | undefined {
  if (typeof node.value === 'string') return node.value;
  if (typeof node.alt === 'string') return node.alt;
  // The title of a link is not shown.
  return typeof node.title === 'string' && node.type !== 'Link' ? node.title : undefined;
}
