import { remembered } from '../../text/remembered.ts';
import { fastTokenizer } from './switch.ts';

/** What prh makes of a dictionary. `merge` changes these lists. */
interface Engine {
  readonly rules: readonly unknown[];
  readonly targets: readonly unknown[];
  readonly sourcePaths: readonly string[];
  readonly makeChangeSet: (filePath: string, content?: string | null) => { content?: string | null };
}

/** The exports of prh 5. */
export interface Prh {
  readonly fromYAML: (path: string, yaml: string, options?: object) => Engine;
}

/** Rules make their dictionary anew for each run; what it says is 100 kB at most. */
const BOUNDS = { entries: 20, characters: 400_000 };

/** prh's `fromYAML`, which reads a dictionary without imports once. Each caller gets an engine of its own, with the same rules in it. */
export function fastPrh({ fromYAML }: Prh): Prh['fromYAML'] {
  const engineOf = remembered((yaml) => fromYAML('', yaml), BOUNDS);
  return (path, yaml, options) => {
    if (!fastTokenizer() || path !== '' || options !== undefined || /imports/.test(yaml)) {
      return fromYAML(path, yaml, options);
    }
    const engine = engineOf(yaml);
    const { rules, targets, sourcePaths } = engine;
    const lists = { rules: [...rules], targets: [...targets], sourcePaths: [...sourcePaths] };
    const own: Engine = Object.assign(Object.create(Object.getPrototypeOf(engine)), engine, lists);
    return targets.length > 0 ? own : Object.assign(own, { makeChangeSet: endedByBlankLine(own) });
  };
}

/**
 * prh looks for the blank line at the end of the first paragraph from each character on: in a paragraph alone, which has none, that
 * takes the square of its length. With one behind it, it is found at once, and what prh says of the paragraph is the same.
 */
function endedByBlankLine(engine: Engine): Engine['makeChangeSet'] {
  return (filePath, content) => {
    const plain = Object.getPrototypeOf(engine).makeChangeSet as Engine['makeChangeSet'];
    if (content == null || content.includes('\n\n')) return plain.call(engine, filePath, content);
    return Object.assign(plain.call(engine, filePath, `${content}\n\n`), { content });
  };
}
