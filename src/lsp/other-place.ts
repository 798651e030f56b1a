import type { Location } from 'vscode-languageserver';
import type { Range } from '../text/range.ts';
import type { Analysis } from './analyse.ts';
import { type IndexOf, locationOf, rangeToLsp } from './to-lsp.ts';

/** The other places of the findings at an offset: from the finding to its related places, and from one of these back. */
export function otherPlaces({ document, findings }: Analysis, offset: number, indexOf: IndexOf): Location[] {
  const holds = ([start, end]: Range): boolean => start <= offset && offset <= end;
  const there = findings
    .filter(({ range }) => holds(range))
    .flatMap(({ related }) => related.flatMap((place) => locationOf(place, document, indexOf)?.location ?? []));
  if (there.length > 0) return there;
  return findings
    .filter(({ related }) => related.some(({ filePath, range }) => filePath === undefined && holds(range)))
    .map(({ range }) => ({ uri: document.uri, range: rangeToLsp(range, document.index) }));
}
