import type { Document } from '../document/document.ts';
import type { Range } from '../text/range.ts';

/** A link of the body, its target as it is written but for query and fragment. */
export interface Link {
  readonly target: string;
  readonly range: Range;
}

/** So long is no address of an article. */
const LONGEST = 500;

/** The links of an article that may lead to another article of its site: to a path, a page of a server or a Markdown file. */
export function linksIn(document: Document): Link[] {
  return document.blocks.flatMap(({ spans }) =>
    spans.flatMap(({ kind, url = '', range }): Link[] => {
      const target = url.replace(/[?#].*$/su, '');
      return kind === 'link' && target.length <= LONGEST && mayBeArticle(target) ? [{ target, range }] : [];
    }),
  );
}

function mayBeArticle(target: string): boolean {
  if (/^[a-z][a-z+.-]*:/iu.test(target)) return /^https?:\/\/[^/]+\/[^/]+/iu.test(target);
  return target.startsWith('/') ? /^\/[^/]/u.test(target) : /\.mdx?$/iu.test(target);
}
