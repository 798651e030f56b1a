import type { Language } from '../../text/sentence-splitter/abbreviations.ts';
import type { SplittableNode } from '../../text/sentence-splitter/nodes.ts';
import { canSplit, nodeSplitter } from '../../text/sentence-splitter/split-node.ts';
import { fastTokenizer } from './switch.ts';

interface SplitOptions {
  readonly SeparatorParser?: { readonly separatorCharacters?: readonly string[] };
  readonly AbbrMarker?: unknown;
}

/** The exports of sentence-splitter 5 that count here. */
export interface SentenceSplitter {
  readonly splitAST: (node: SplittableNode, options?: SplitOptions) => unknown;
  readonly DefaultAbbrMarkerOptions: { readonly language: Language };
  readonly DefaultSentenceSplitterOptions: { readonly separatorCharacters: readonly string[] };
}

type Split = (node: SplittableNode) => unknown;

/** koetsu's `splitAST`, which answers for each node and set of full stops once. What it cannot do goes to the package. */
export function fastSentenceSplitter(plain: SentenceSplitter): SentenceSplitter['splitAST'] {
  const defaults = plain.DefaultSentenceSplitterOptions.separatorCharacters;
  const splitters = new Map<string, Split>();
  const splitterOf = (separators: readonly string[]): Split => {
    const key = separators.join('\0');
    const splitter =
      splitters.get(key) ?? memoised(nodeSplitter({ language: plain.DefaultAbbrMarkerOptions.language, separators }));
    splitters.set(key, splitter);
    return splitter;
  };
  return (node, options) => {
    const separators = options?.SeparatorParser?.separatorCharacters ?? defaults;
    const fast = fastTokenizer() && !options?.AbbrMarker && Array.isArray(separators) && canSplit(node);
    return fast ? splitterOf(separators)(node) : plain.splitAST(node, options);
  };
}

function memoised(split: Split): Split {
  const results = new WeakMap<SplittableNode, unknown>();
  return (node) => {
    const known = results.get(node);
    if (known !== undefined) return known;
    const result = split(node);
    results.set(node, result);
    return result;
  };
}
