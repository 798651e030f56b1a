import { remembered } from '../../text/remembered.ts';
import { fastTokenizer } from './switch.ts';

interface ChangeSet {
  content?: string | null;
  diffs: readonly unknown[];
}

/** What prh makes of a dictionary. `merge` changes these lists. */
interface Engine {
  readonly rules: readonly { readonly pattern: RegExp }[];
  readonly targets: readonly unknown[];
  readonly sourcePaths: readonly string[];
  readonly makeChangeSet: (filePath: string, content?: string | null) => ChangeSet;
}

/** The exports of prh 5. */
export interface Prh {
  readonly fromYAML: (path: string, yaml: string, options?: object) => Engine;
}

/** Rules make their dictionary anew for each run; what it says is 100 kB at most. */
const BOUNDS = { entries: 20, characters: 400_000 };

/** prh's `fromYAML`, which reads a dictionary without imports once. Each caller gets an engine of its own, with the same rules in it. */
export function fastPrh({ fromYAML }: Prh): Prh['fromYAML'] {
  const read = remembered((yaml) => {
    const engine = fromYAML('', yaml);
    return { engine, patterns: asOne(engine.rules.map(({ pattern }) => pattern)) };
  }, BOUNDS);
  return (path, yaml, options) => {
    if (!fastTokenizer() || path !== '' || options !== undefined || /imports/.test(yaml)) {
      return fromYAML(path, yaml, options);
    }
    const { engine, patterns } = read(yaml);
    const { rules, targets, sourcePaths } = engine;
    const lists = { rules: [...rules], targets: [...targets], sourcePaths: [...sourcePaths] };
    const own: Engine = Object.assign(Object.create(Object.getPrototypeOf(engine)), engine, lists);
    return Object.assign(own, { makeChangeSet: soonerDone(own, patterns) });
  };
}

/**
 * prh tries each rule on each paragraph by itself: here all are tried as one first, and most paragraphs are done with.
 *
 * It also looks for the blank line at the end of the first paragraph from each character on: in a paragraph alone, which has none, that
 * takes the square of its length. With one behind it, it is found at once, and what prh says of the paragraph is the same.
 */
function soonerDone(engine: Engine, patterns: readonly RegExp[]): Engine['makeChangeSet'] {
  const plain = Object.getPrototypeOf(engine).makeChangeSet as Engine['makeChangeSet'];
  const { rules } = engine;
  let nothing: ChangeSet | undefined;
  return (filePath, content) => {
    const isMerged = engine.rules !== rules || engine.targets.length > 0;
    if (content == null || isMerged || content.includes('\n\n')) return plain.call(engine, filePath, content);
    if (!patterns.some((pattern) => pattern.test(content))) {
      nothing ??= plain.call(engine, filePath, '');
      return Object.assign(Object.create(Object.getPrototypeOf(nothing)), nothing, { filePath, content, diffs: [] });
    }
    return Object.assign(plain.call(engine, filePath, `${content}\n\n`), { content });
  };
}

/** Patterns that match where one of the given ones does: one for those with the same flags, but those that name their groups. */
function asOne(patterns: readonly RegExp[]): readonly RegExp[] {
  const sources = new Map<string, string[]>();
  const alone: RegExp[] = [];
  for (const { source, flags } of patterns) {
    const own = flags.replaceAll(/[gy]/g, '');
    if (/\\[1-9k]|\(\?</.test(source)) alone.push(new RegExp(source, own));
    else sources.set(own, [...(sources.get(own) ?? []), `(?:${source})`]);
  }
  return [...alone, ...[...sources].map(([flags, list]) => new RegExp(list.join('|'), flags))];
}
