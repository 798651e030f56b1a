import type { Document } from '../document/document.ts';
import { stringOf } from '../document/front-matter.ts';

/** What the checks across articles need to know of an article: small, and enough without its text. */
export interface Facts {
  readonly title: string | undefined;
}

/** Takes the facts from an article. */
export function factsOf(document: Document): Facts {
  return { title: stringOf(document.frontMatter, 'title')?.text.text };
}
