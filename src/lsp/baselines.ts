import { statSync } from 'node:fs';
import { type BaselineEntry, baselineEntry, baselineFilter } from '../lint/baseline.ts';
import { baselineFileOf, pathIn } from '../lint/baseline-file.ts';
import type { Finding } from '../lint/finding.ts';
import type { Mistake } from '../lint/mistake.ts';
import type { Known } from './baseline-tasks.ts';
import type { Lane } from './lane.ts';
import type { ConfigData } from './tasks.ts';

/** The baseline in force for the articles of a configuration. */
export interface Baseline {
  readonly file: string;
  /** Changes with the content. */
  readonly id: string;
  /** What the baseline does not know of the findings of an article: given are all, at least all of one rule. */
  readonly newOf: (path: string | undefined, findings: readonly Finding[]) => readonly Finding[];
}

/** Keeps the last good content of each baseline. */
export interface Baselines {
  /** Never rejects. `mistakes`: why the file cannot be read; then the last good content is in force, or nothing is known. */
  readonly of: (config: ConfigData) => Promise<{ readonly baseline: Baseline; readonly mistakes: readonly Mistake[] }>;
  /** The text that the editor holds where it has not been saved yet: what we last put there. */
  readonly editedText: (file: string) => string | undefined;
  readonly edited: (file: string, text: string) => void;
  /** The file changed on disk. */
  readonly changed: (file: string) => void;
}

/** Makes the store; files are read and parsed in a lane. */
export function createBaselines(lane: Lane): Baselines {
  const good = new Map<string, Baseline>();
  const unsaved = new Map<string, string>();

  return {
    of: async (config) => {
      const file = baselineFileOf(config);
      const edited = unsaved.get(file);
      const outcome = await lane.run(`baseline ${config.id}`, { kind: 'baseline', config, edited }, true);
      const place = `${config.root} ${file}`;
      if (outcome.kind === 'done' && outcome.value.ok)
        good.set(place, baselineOf(outcome.value.value, file, config.root));
      const mistakes = outcome.kind === 'done' && !outcome.value.ok ? outcome.value.mistakes : [];
      return { baseline: good.get(place) ?? { file, id: '', newOf: (_, findings) => findings }, mistakes };
    },
    editedText: (file) => unsaved.get(file),
    edited: (file, text) => void unsaved.set(file, text),
    changed: (file) => {
      // An editor makes a file empty, and fills it when it saves.
      if (sizeOf(file) !== 0) unsaved.delete(file);
    },
  };
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

function baselineOf({ id, byPath }: Known, file: string, root: string): Baseline {
  return {
    file,
    id,
    newOf: (path, findings) => {
      const own = path === undefined ? undefined : byPath.get(pathIn(root, path));
      if (own === undefined || path === undefined) return findings;
      const entries = JSON.parse(own) as readonly BaselineEntry[];
      const known = baselineFilter(entries).match(pathIn(root, path), findings);
      return findings.filter((_, i) => !known[i]);
    },
  };
}

/** The entries of findings of an article, for its baseline. */
export function entriesOf(findings: readonly Finding[], path: string, { root }: ConfigData): BaselineEntry[] {
  return findings.flatMap((finding) => baselineEntry(finding, pathIn(root, path)) ?? []);
}
