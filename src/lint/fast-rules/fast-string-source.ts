import { isPlainTree, type Replacer, type RootNode } from '../../text/string-source/pieces.ts';
import { StringSource as Source } from '../../text/string-source/string-source.ts';
import { fastTokenizer } from './switch.ts';

interface Options {
  readonly replacer?: Replacer;
}

/** The exports of textlint-util-to-string 3. */
export interface UtilToString {
  readonly StringSource: new (node: RootNode, options?: Options) => object;
}

/** A constructor in the place of `StringSource`. Trees with HTML in them go to the package, which brings a parser for it. */
export function fastStringSource(plain: UtilToString): UtilToString['StringSource'] {
  // Called with `new`, a function may return another object.
  function StringSource(node: RootNode, options?: Options): object {
    const fast = fastTokenizer() && isPlainTree(node);
    return fast ? new Source(node, options?.replacer) : new plain.StringSource(node, options);
  }
  return StringSource as unknown as UtilToString['StringSource'];
}
