import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { TextEdit } from 'vscode-languageserver';
import { type BaselineEntry, formatBaseline, readBaseline } from '../lint/baseline.ts';
import { baselineFileOf, readNamedBaseline } from '../lint/baseline-file.ts';
import { fail, type Mistake, type Result, succeed } from '../lint/mistake.ts';
import { readConfigFile } from '../lint/read-config.ts';
import { editsBetween } from './edits-between.ts';
import { type Encoding, lineIndexOf } from './line-index.ts';
import type { ConfigData } from './tasks.ts';
import { textEditOf } from './to-lsp.ts';

/** What a baseline knows. */
export interface Known {
  /** Equal for equal entries. */
  readonly id: string;
  /** The entries of each article as JSON, which travels between threads faster than thousands of objects. */
  readonly byPath: ReadonlyMap<string, string>;
}

/** The entries of the baseline in force. `edited`: its text in the editor, where that is another one than on disk. */
export function knownEntries(config: ConfigData, edited: string | undefined): Result<Known> {
  const file = baselineFileOf(config);
  const isNamed = config.settings.baseline !== undefined;
  const entries = edited === undefined ? readNamedBaseline(file, isNamed) : readBaseline(edited, file);
  if (!entries.ok) return existsSync(file) ? entries : fail(...entries.mistakes.map((it) => inConfig(it, config)));
  const byPath = new Map<string, BaselineEntry[]>();
  for (const entry of entries.value ?? []) {
    const group = byPath.get(entry.path) ?? [];
    group.push(entry);
    byPath.set(entry.path, group);
  }
  const written = [...byPath].map(([path, group]) => [path, JSON.stringify(group)] as const);
  const id = createHash('sha256').update(JSON.stringify(written)).digest('hex');
  return succeed({ id, byPath: new Map(written) });
}

/** A baseline that does not exist is a mistake of the configuration, which names it. */
function inConfig(mistake: Mistake, { file }: ConfigData): Mistake {
  if (file === undefined) return mistake;
  const keyPath = ['koetsu', 'baseline'];
  const raw = readConfigFile(file);
  return { ...mistake, file, keyPath, ...(raw.ok ? raw.value.placeOf(keyPath) : {}) };
}

/** How a baseline changes. */
export interface Accepted {
  /** False: the file has to be made. */
  readonly exists: boolean;
  readonly edits: readonly TextEdit[];
  /** The whole file afterwards. */
  readonly text: string;
}

/** What is to be added to a baseline. `edited`: its text as it stands in the editor, where that is another one than on disk. */
export interface Addition {
  readonly edited: string | undefined;
  readonly added: readonly BaselineEntry[];
  readonly encoding: Encoding;
}

/** The edits that add entries to a baseline, in the form that `koetsu baseline` writes. Entries that are there stay as they are. */
export function accept(config: ConfigData, { edited, added, encoding }: Addition): Result<Accepted> {
  const file = baselineFileOf(config);
  const exists = existsSync(file);
  const before = edited ?? (exists ? readFileSync(file, 'utf8') : '');
  const entries = before === '' ? succeed([]) : readBaseline(before, file);
  if (!entries.ok) return entries;
  const text = formatBaseline([...added, ...entries.value]);
  const index = lineIndexOf(before, encoding);
  const edits = editsBetween(before, text).map((edit) => textEditOf(edit, index));
  return succeed({ exists, edits, text });
}
