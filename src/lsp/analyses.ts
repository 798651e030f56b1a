import { type Analysis, completeOf, firstOf } from './analyse.ts';
import type { Clock } from './clock.ts';
import type { Configs } from './configs.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Lane } from './lane.ts';

/** Changes that arrive together are one; keys that come faster than they are worked on supersede one another in the lane. */
const PAUSE_MS = 1;

export interface AnalysesOptions {
  readonly documents: Documents;
  readonly configs: Configs;
  /** Our rules, and all that is asked between two keys. */
  readonly fast: Lane;
  /** All rules: those of other packages may be slow. */
  readonly slow: Lane;
  readonly clock: Clock;
  /** Told of every result, as long as it is that of the newest version and configuration. */
  readonly onResult: (analysis: Analysis) => void;
}

/** Analyses of the open documents. What comes back belongs to the newest version, or is undefined: never to an older one. */
export interface Analyses {
  /** The document changed: it is analysed when the keys pause. */
  readonly touch: (uri: string) => void;
  /** Our findings and the facts, at once. */
  readonly first: (uri: string) => Promise<Analysis | undefined>;
  /** All findings. */
  readonly complete: (uri: string) => Promise<Analysis | undefined>;
  readonly forget: (uri: string) => void;
}

/** The work on one version of a document. */
interface Run {
  readonly document: OpenDocument;
  readonly stamp: string;
  readonly first: Promise<Analysis | undefined>;
  readonly complete: Promise<Analysis | undefined>;
}

/** What the baseline knows is not shown; it stays where findings are carried over, for the baseline knows it there too. */
function withoutKnown(analysis: Analysis | undefined): Analysis | undefined {
  if (!analysis) return undefined;
  const { document, config, findings } = analysis;
  return { ...analysis, findings: config.baseline.newOf(document.path, findings) };
}

/** Analyses documents in two lanes: our rules first, then all. */
export function createAnalyses({ documents, configs, fast, slow, clock, onResult }: AnalysesOptions): Analyses {
  const runs = new Map<string, Run>();
  const timers = new Map<string, () => void>();
  /** The newest complete result of each document. */
  const done = new Map<string, Analysis>();

  const stampOf = ({ version }: OpenDocument): string => `${version} ${configs.generation()}`;

  function stopWaiting(uri: string): void {
    timers.get(uri)?.();
    timers.delete(uri);
  }

  function runOf(uri: string): Run | undefined {
    stopWaiting(uri);
    const document = documents.get(uri);
    if (!document) return undefined;
    const known = runs.get(uri);
    // A client may open a document twice, or not count its versions.
    const isKnown = known?.document === document && known.stamp === stampOf(document);
    const run = isKnown ? known : start(document);
    runs.set(uri, run);
    return run;
  }

  function start(document: OpenDocument): Run {
    const stamp = stampOf(document);
    const { uri, path } = document;
    const isCurrent = (): boolean => documents.get(uri) === document && stampOf(document) === stamp;
    const work = { document, config: configs.of(path), now: clock.now(), isCurrent };
    const ours = firstOf(work, fast, done.get(uri));
    const all = completeOf(work, { fast, slow }, ours);
    const [first, complete] = [ours.then(withoutKnown), all.then(withoutKnown)];
    void first.then((analysis) => analysis && isCurrent() && onResult(analysis));
    void Promise.all([all, complete]).then(([everything, analysis]) => {
      if (!everything || !analysis || !isCurrent()) return;
      done.set(uri, everything);
      onResult(analysis);
    });
    return { document, stamp, first, complete };
  }

  function drop(uri: string): void {
    stopWaiting(uri);
    fast.cancel(`ours ${uri}`);
    slow.cancel(`all ${uri}`);
  }

  return {
    touch: (uri) => {
      drop(uri);
      timers.set(
        uri,
        clock.after(PAUSE_MS, () => void runOf(uri)),
      );
    },
    first: async (uri) => runOf(uri)?.first,
    complete: async (uri) => runOf(uri)?.complete,
    forget: (uri) => {
      drop(uri);
      runs.delete(uri);
      done.delete(uri);
    },
  };
}
