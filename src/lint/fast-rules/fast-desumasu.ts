import { remembered } from '../../text/remembered.ts';
import { fastTokenizer } from './switch.ts';

type Analyze = (text: string, options?: { readonly ignoreConjunction?: boolean }) => Promise<readonly object[]>;

/** The exports of analyze-desumasu-dearu 5. */
export interface DesumasuDearu {
  readonly analyze: Analyze;
}

const BOUNDS = { entries: 4_000, characters: 100_000 };

/** `analyze`, once for each text: no-mix-dearu-desumasu compares the whole article, but all other pieces of it are as they were. */
export function fastDesumasu({ analyze }: DesumasuDearu): Analyze {
  const atEnds = remembered((text) => analyze(text, { ignoreConjunction: true }), BOUNDS);
  const everywhere = remembered((text) => analyze(text, { ignoreConjunction: false }), BOUNDS);
  return (text, options) => {
    const [option, ...others] = Object.keys(options ?? {});
    if (!fastTokenizer() || option !== 'ignoreConjunction' || others.length > 0) return analyze(text, options);
    return options?.ignoreConjunction ? atEnds(text) : everywhere(text);
  };
}
