import { remembered } from '../../text/remembered.ts';
import { fastTokenizer } from './switch.ts';

/** What prh makes of a dictionary. `merge` changes these lists. */
interface Engine {
  readonly rules: readonly unknown[];
  readonly targets: readonly unknown[];
  readonly sourcePaths: readonly string[];
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
    return Object.assign(Object.create(Object.getPrototypeOf(engine)), engine, lists);
  };
}
