import type { Finding } from '../lint/finding.ts';
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
  /** What is found between an article and others, as far as it is known. */
  readonly across: (document: OpenDocument) => readonly Finding[];
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
  /** All findings, if they are known. */
  readonly known: (uri: string) => Analysis | undefined;
  readonly forget: (uri: string) => void;
}

/** The work on one version of a document. */
interface Run {
  readonly document: OpenDocument;
  readonly stamp: string;
  readonly first: Promise<Analysis | undefined>;
  readonly complete: Promise<Analysis | undefined>;
}

/** With what is found across articles. What the baseline knows is not shown: it stays where findings are carried over. */
function shown(analysis: Analysis, across: readonly Finding[]): Analysis {
  const { document, config } = analysis;
  const findings =
    across.length === 0 ? analysis.findings : [...analysis.findings, ...across].sort((a, b) => a.range[0] - b.range[0]);
  return { ...analysis, findings: config.baseline.newOf(document.path, findings) };
}

/** Analyses documents in two lanes: our rules first, then all. */
export function createAnalyses(options: AnalysesOptions): Analyses {
  const { documents, configs, fast, slow, clock, across, onResult } = options;
  const runs = new Map<string, Run>();
  const timers = createTimers(clock);
  /** The newest complete result of each document. */
  const done = new Map<string, Analysis>();

  const withAcross = (analysis: Analysis | undefined): Analysis | undefined =>
    analysis && shown(analysis, across(analysis.document));

  const stampOf = ({ version }: OpenDocument): string => `${version} ${configs.generation()}`;

  function runOf(uri: string): Run | undefined {
    timers.stop(uri);
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
    const first = firstOf(work, fast, done.get(uri));
    const complete = completeOf(work, { fast, slow }, first);
    void first.then((analysis) => tell(analysis, isCurrent));
    void complete.then((analysis) => {
      if (analysis && isCurrent()) done.set(uri, analysis);
      tell(analysis, isCurrent);
    });
    return { document, stamp, first, complete };
  }

  function tell(analysis: Analysis | undefined, isCurrent: () => boolean): void {
    const told = isCurrent() ? withAcross(analysis) : undefined;
    if (told) onResult(told);
  }

  function drop(uri: string): void {
    timers.stop(uri);
    fast.cancel(`ours ${uri}`);
    slow.cancel(`all ${uri}`);
  }

  return {
    touch: (uri) => {
      drop(uri);
      timers.start(uri, () => void runOf(uri));
    },
    first: async (uri) => withAcross(await runOf(uri)?.first),
    complete: async (uri) => withAcross(await runOf(uri)?.complete),
    known: (uri) => {
      const last = done.get(uri);
      const run = runs.get(uri);
      const document = documents.get(uri);
      const isNewest = document && last?.document === document && run?.stamp === stampOf(document);
      return isNewest ? withAcross(last) : undefined;
    },
    forget: (uri) => {
      drop(uri);
      runs.delete(uri);
      done.delete(uri);
    },
  };
}

/** One timer for each document. */
function createTimers(clock: Clock) {
  const timers = new Map<string, () => void>();
  const stop = (uri: string): void => {
    timers.get(uri)?.();
    timers.delete(uri);
  };
  return {
    start: (uri: string, callback: () => void): void => void timers.set(uri, clock.after(PAUSE_MS, callback)),
    stop,
  };
}
