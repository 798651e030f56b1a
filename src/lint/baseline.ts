import * as v from 'valibot';
import type { Finding } from './finding.ts';
import { type Bilingual, fail, type Mistake, type Result, succeed } from './mistake.ts';

/** A finding that is known and accepted. */
export interface BaselineEntry {
  readonly ruleId: string;
  /** Relative to the configuration, with `/`. */
  readonly path: string;
  readonly fingerprint: string;
  /** For those who review the file; a run compares the fingerprint only. */
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
    return fail(broken(file, { ja: `JSONとして読めません: ${reason}`, en: `it is not JSON: ${reason}` }));
  }
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return succeed(parsed.output.findings);
  const issue = parsed.issues[0];
  const keyPath = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return fail({ ...broken(file, { ja: issue.message, en: issue.message }), keyPath });
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
  const lines = [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
    .sort(byPath)
    .map(({ ruleId, path, fingerprint, message, reason }) => {
      const { length } = message;
      const short = length > LONGEST ? `${message.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : message;
      return `    ${JSON.stringify({ ruleId, path, fingerprint, message: short, reason })}`;
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
export function baselineEntry({ ruleId, fingerprint, message }: Finding, path: string): BaselineEntry | undefined {
  return ruleId === 'internal-error' ? undefined : { ruleId, path, fingerprint, message };
}

/** The entries with the reasons that people gave for the same ones before. */
export function withReasons(
  entries: readonly BaselineEntry[],
  before: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const reasons = new Map(before.map((entry) => [keyOf(entry), entry.reason]));
  return entries.map((entry) => ({ ...entry, reason: reasons.get(keyOf(entry)) }));
}

/** Tells known findings from new ones, and remembers which entries it met. */
export interface BaselineFilter {
  /** The findings that are not in the baseline, in their order. */
  readonly newOf: (path: string, findings: readonly Finding[]) => Finding[];
  /** The entries that were met so far. */
  readonly known: () => readonly BaselineEntry[];
  /** The entries that were not met so far. */
  readonly missing: () => readonly BaselineEntry[];
}

/** A filter for one run. */
export function baselineFilter(entries: readonly BaselineEntry[]): BaselineFilter {
  const all = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const met = new Set<string>();
  const isNew = (path: string, finding: Finding): boolean => {
    const entry = baselineEntry(finding, path);
    const key = entry && keyOf(entry);
    if (key === undefined || !all.has(key)) return true;
    met.add(key);
    return false;
  };
  return {
    newOf: (path, findings) => findings.filter((finding) => isNew(path, finding)),
    known: () => [...all].filter(([key]) => met.has(key)).map(([, entry]) => entry),
    missing: () => [...all].filter(([key]) => !met.has(key)).map(([, entry]) => entry),
  };
}

function keyOf({ ruleId, path, fingerprint }: BaselineEntry): string {
  return JSON.stringify([path, ruleId, fingerprint]);
}
