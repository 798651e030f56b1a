import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../lint/finding.ts';
import type { OwnPart } from '../lint/lint-text.ts';
import { unreadable } from '../lint/unreadable.ts';
import { carryOver } from './carry-over.ts';
import type { ActiveConfig } from './configs.ts';
import type { OpenDocument } from './documents.ts';
import type { Facts } from './facts.ts';
import type { Lane } from './lane.ts';
import { messages } from './messages.ts';
import type { Outcome } from './runner.ts';
import type { Ours } from './tasks.ts';

/** What is known of one version of a document. `complete`: all rules have run. */
export interface Analysis {
  readonly document: OpenDocument;
  readonly config: ActiveConfig;
  readonly findings: readonly Finding[];
  readonly facts: Facts | undefined;
  /** What our rules said, to be put together with what the others say. */
  readonly own: OwnPart | undefined;
  readonly complete: boolean;
}

/** One version of a document that is to be analysed. */
export interface Work {
  readonly document: OpenDocument;
  readonly config: Promise<ActiveConfig | undefined>;
  readonly now: Date;
  /** False as soon as there is a newer version, or another configuration. */
  readonly isCurrent: () => boolean;
}

/** Our findings, those of other rules as they were where nothing changed, and the facts. Undefined if the work is outdated. */
export async function firstOf(work: Work, lane: Lane, last: Analysis | undefined): Promise<Analysis | undefined> {
  const { document } = work;
  const config = await work.config;
  if (!config || !work.isCurrent()) return undefined;
  const outcome = await lane.run(`ours ${document.uri}`, { kind: 'ours', ...taskOf(work, config) });
  if (!work.isCurrent() || outcome.kind === 'superseded') return undefined;
  const { facts, own } = outcome.kind === 'done' ? outcome.value : { facts: undefined, own: undefined };
  const findings = isIgnored(document, config) ? [] : firstFindings(outcome, { document, config, last });
  return { document, config, findings, facts, own, complete: false };
}

/** The lanes of an analysis: our rules, and all that is asked between two keys; the rules of other packages, which may be slow. */
export interface Lanes {
  readonly fast: Lane;
  readonly slow: Lane;
}

/** All findings. Where they cannot be had: ours, and one that says so. Undefined if the work is outdated. */
export async function completeOf(
  work: Work,
  lanes: Lanes,
  first: Promise<Analysis | undefined>,
): Promise<Analysis | undefined> {
  const { document } = work;
  const config = await work.config;
  if (!config || !work.isCurrent()) return undefined;
  const outcome = isIgnored(document, config) ? undefined : await allOf(work, config, lanes, first);
  const known = await first;
  if (!known || !work.isCurrent() || outcome?.kind === 'superseded') return undefined;
  const findings = outcome?.kind === 'done' ? outcome.value : withFailure(known, outcome, config);
  return { ...known, findings, complete: true };
}

/** Runs the rules of other packages beside ours and puts both together; in one go where filter rules have to see all. */
async function allOf(
  work: Work,
  config: ActiveConfig,
  { fast, slow }: Lanes,
  first: Promise<Analysis | undefined>,
): Promise<Outcome<readonly Finding[]>> {
  const { uri } = work.document;
  const task = taskOf(work, config);
  const installed = await slow.run(`all ${uri}`, { kind: 'installed', ...task });
  const own = (await first)?.own;
  if (!work.isCurrent()) return { kind: 'superseded' };
  if (installed.kind !== 'done') return installed;
  if (!own || !installed.value) return slow.run(`all ${uri}`, { kind: 'all', ...task });
  return fast.run(`assemble ${uri}`, { kind: 'assemble', ...task, own, installed: installed.value }, true);
}

/** What every task about an article needs. */
export function taskOf({ document, now }: Pick<Work, 'document' | 'now'>, { data }: ActiveConfig) {
  return { article: { text: document.text, path: document.path }, config: data, now };
}

function isIgnored({ path }: OpenDocument, { ignores }: ActiveConfig): boolean {
  return path !== undefined && ignores(path);
}

interface Before {
  readonly document: OpenDocument;
  readonly config: ActiveConfig;
  readonly last: Analysis | undefined;
}

function firstFindings(
  outcome: Exclude<Outcome<Ours>, { kind: 'superseded' }>,
  { document, config, last }: Before,
): Finding[] {
  const own = outcome.kind === 'done' ? outcome.value.findings : [failure(outcome, config)];
  // Under another configuration nobody knows whether they are still found.
  if (!last || !areSame(last.config, config)) return [...(own ?? [])];
  const kept = last.findings.filter(({ ruleId }) => own === undefined || !isOurs(ruleId));
  return [...(own ?? []), ...carryOver(kept, last.document.text, document.text)];
}

function areSame({ data: a }: ActiveConfig, { data: b }: ActiveConfig): boolean {
  return a.locale === b.locale && a.root === b.root && isDeepStrictEqual(a.data, b.data);
}

function isOurs(ruleId: string): boolean {
  return ruleId.startsWith('koetsu/') || ruleId === 'internal-error';
}

function withFailure(known: Analysis, outcome: Outcome<unknown> | undefined, config: ActiveConfig): Finding[] {
  const own = known.findings.filter(({ ruleId }) => isOurs(ruleId));
  if (outcome?.kind !== 'failed' || own.some(({ ruleId }) => ruleId === 'internal-error')) return own;
  return [failure(outcome, config), ...own];
}

/** The finding that says why there are no others. */
export function failure(
  { why, reason }: Extract<Outcome<unknown>, { kind: 'failed' }>,
  { data }: ActiveConfig,
): Finding {
  const say = (locale: 'ja' | 'en') =>
    why === 'time' ? messages[locale].timedOut(reason) : messages[locale].ended(reason);
  return unreadable({ ja: say('ja'), en: say('en') }, data.locale);
}
