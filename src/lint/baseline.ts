import * as v from 'valibot';
import type { Finding } from './finding.ts';
import { type Place, parsePlaced } from './key-place.ts';
import { type Bilingual, fail, type Mistake, type Result, succeed } from './mistake.ts';

/** A finding that is known and accepted. */
export interface BaselineEntry {
  readonly ruleId: string;
  /** Relative to the configuration, with `/`. */
  readonly path: string;
  readonly fingerprint: string;
  /** At most 300 characters: for those who review the file, and to know the finding by when the words beside it were edited. */
  readonly message: string;
  /** Why it is accepted: written by people, kept when the file is written anew. */
  readonly reason?: string | undefined;
}

const schema = v.strictObject({
  version: v.literal(1),
  findings: v.array(
    v.strictObject({
      ruleId: v.string(),
      path: v.string(),
      fingerprint: v.string(),
      message: v.string(),
      reason: v.optional(v.string()),
    }),
  ),
});

/** Reads a baseline. What is no JSON, or has another form, is a mistake: half a baseline would accept what nobody accepted. */
export function readBaseline(text: string, file: string): Result<readonly BaselineEntry[]> {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const mistake = broken(file, { ja: `JSONとして読めません: ${reason}`, en: `it is not JSON: ${reason}` });
    return fail({ ...mistake, ...stopOf(reason, text) });
  }
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return succeed(parsed.output.findings);
  const issue = parsed.issues[0];
  const keyPath = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return fail({ ...broken(file, { ja: issue.message, en: issue.message }), keyPath, ...placeOf(keyPath, text) });
}

/** Characters up to which it is looked where in the file a mistake is: the parser that knows places is slow. */
const PLACED = 2_000_000;

function placeOf(keyPath: readonly (string | number)[], text: string): Place | undefined {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  return text.length > PLACED ? undefined : parsePlaced(text.slice(bom), bom).placeOf(keyPath);
}

/** Where the parser stopped, as its message says; the end of the text if it does not say. */
function stopOf(reason: string, text: string): Place {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const at = Math.min(Number(/at position (\d+)/.exec(reason)?.[1] ?? text.length - bom) + bom, text.length);
  return { line: text.slice(0, at).split('\n').length, range: [at, Math.min(at + 1, text.length)] };
}

function broken(file: string, reason: Bilingual): Mistake {
  return {
    file,
    message: {
      ja: `ベースラインが壊れています（${reason.ja}）。直すか、koetsu baseline で作り直してください。`,
      en: `The baseline is broken (${reason.en}); repair it, or delete it and run koetsu baseline.`,
    },
  };
}

/** The file of a baseline: one entry a line, sorted by path, rule and fingerprint, so that a diff shows what came and went. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()].sort(byPath).map((entry) => {
    const { ruleId, path, fingerprint, message, reason } = entry;
    return `    ${JSON.stringify({ ruleId, path, fingerprint, message, reason })}`;
  });
  const findings = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/** Characters of a message that are written: a line is for people. */
const LONGEST = 300;

function byPath(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.path, b.path) || compare(a.ruleId, b.ruleId) || compare(a.fingerprint, b.fingerprint);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The entry of a finding; undefined for what is no statement about the article, such as a file that cannot be read. */
export function baselineEntry(
  { ruleId, fingerprint, message }: Finding,
  path: string,
  reason?: string,
): BaselineEntry | undefined {
  return ruleId === 'internal-error'
    ? undefined
    : { ruleId, path, fingerprint, message: shortened(message), ...(reason === undefined ? {} : { reason }) };
}

function shortened(message: string): string {
  return message.length > LONGEST ? `${message.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : message;
}

/** Tells known findings from new ones, and remembers which entries it met. */
export interface BaselineFilter {
  /**
   * The entry of each finding, undefined for a new one. Given are all findings of an article, at least all of one rule. What has
   * another fingerprint, since the words beside it were edited, is known by its message; each entry knows one finding.
   */
  readonly match: (path: string, findings: readonly Finding[]) => readonly (BaselineEntry | undefined)[];
  /** The entries that were met so far. */
  readonly known: () => readonly BaselineEntry[];
  /** The entries that were not met so far. */
  readonly missing: () => readonly BaselineEntry[];
}

/** A filter for one run. */
export function baselineFilter(entries: readonly BaselineEntry[]): BaselineFilter {
  const all = [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
  const byPath = grouped(all, ({ path }) => path);
  const met = new Set<BaselineEntry>();
  return {
    match: (path, findings) => {
      const matched = matchOf(byPath.get(path) ?? [], findings, path);
      for (const entry of matched) if (entry) met.add(entry);
      return matched;
    },
    known: () => all.filter((entry) => met.has(entry)),
    missing: () => all.filter((entry) => !met.has(entry)),
  };
}

function matchOf(
  entries: readonly BaselineEntry[],
  findings: readonly Finding[],
  path: string,
): (BaselineEntry | undefined)[] {
  if (entries.length === 0) return findings.map(() => undefined);
  const left = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const own = findings.map((finding) => baselineEntry(finding, path));
  const exact = own.map((entry) => {
    const key = entry ? keyOf(entry) : '';
    const found = left.get(key);
    left.delete(key);
    return found;
  });
  const byMessage = grouped([...left.values()], messageKey);
  return exact.map((found, i) => {
    const entry = own[i];
    return found ?? (entry ? byMessage.get(messageKey(entry))?.shift() : undefined);
  });
}

function grouped(
  entries: readonly BaselineEntry[],
  key: (entry: BaselineEntry) => string,
): Map<string, BaselineEntry[]> {
  const groups = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry)) ?? [];
    group.push(entry);
    groups.set(key(entry), group);
  }
  return groups;
}

/** What a message quotes says which finding it is; other numbers in it are computed, and change with the article. */
function messageKey({ ruleId, message }: BaselineEntry): string {
  const stable = message.replaceAll(/「[^」]*」|“[^”]*”|"[^"]*"|\d+/g, (part) => (/^\d/.test(part) ? '0' : part));
  return JSON.stringify([ruleId, stable]);
}

function keyOf({ ruleId, path, fingerprint }: BaselineEntry): string {
  return JSON.stringify([path, ruleId, fingerprint]);
}
