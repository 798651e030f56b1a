import { relative, sep } from 'node:path';
import type { Document } from '../document/document.ts';
import { parseDocument } from '../document/parse-document.ts';
import type { Tokenize } from '../text/morphemes.ts';
import type { Range } from '../text/range.ts';
import type { Config, InstalledRule, RuleSet } from './config.ts';
import { docsOf } from './docs.ts';
import { switchFastRules } from './fast-rules/switch.ts';
import type { Finding } from './finding.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { dropRepeated } from './overlap.ts';
import { internalError, ruleFailed, unusedSuppression } from './own-findings.ts';
import { sizeFault } from './read-article.ts';
import { runInstalled } from './run-installed.ts';
import { type Draft, runOurs } from './run-ours.ts';
import type { InstalledMessage, RuleFailure } from './run-rules.ts';
import { applySuppressions, mayHoldDirectives, type Suppression, suppressionsIn } from './suppressions.ts';

/** What linting needs from outside. */
export interface Tools {
  readonly tokenize: Tokenize;
  readonly now: Date;
  /** False: installed rules run without the faster equals of fast-rules/. One choice for the process; true by default. */
  readonly fastRules?: boolean;
}

/** An article to lint. `path` is absolute; undefined for text that has no file. */
export interface Article {
  readonly text: string;
  readonly path: string | undefined;
}

/** All findings of one article, in the order of the text. Never rejects: a rule that throws costs one `internal-error` finding. */
export async function lintText(article: Article, config: Config, tools: Tools): Promise<Finding[]> {
  return (await lintArticle(article, config, tools)).findings;
}

/** The findings of an article, and what else is known of it once it is read. */
export interface Linted {
  readonly findings: Finding[];
  /** Reads the article unless that was done for the findings. */
  readonly document: () => Document;
  /** False if the findings are others at a later time: a date of the article lies in the future. */
  readonly timeless: boolean;
}

/** As `lintText`. */
export async function lintArticle(article: Article, config: Config, tools: Tools): Promise<Linted> {
  const { document, ...own } = lintOwn(article, config, tools);
  const installed = await lintInstalled(article, config, tools, own.drafts);
  return { findings: assemble(article, config, own, installed), document, timeless: own.timeless };
}

/** What koetsu's own rules and the comments of an article say: plain data, which may travel between threads. */
export interface OwnPart {
  readonly drafts: readonly Draft[];
  readonly failures: readonly RuleFailure[];
  readonly timeless: boolean;
  readonly suppressions: readonly Suppression[];
}

/** The first part of `lintArticle`. Without rules of ours and comments for rules, the article need not be read for it. */
export function lintOwn(article: Article, config: Config, tools: Tools): OwnPart & Pick<Linted, 'document'> {
  const fault = sizeFault(article.text);
  if (fault) {
    const drafts = [internalError(fault[config.locale])];
    return {
      drafts,
      failures: [],
      timeless: true,
      suppressions: [],
      document: () => parseDocument('', tools.tokenize, article.path),
    };
  }
  const { ours } = config.rulesFor(article.path);
  const read = (): Document => parseDocument(article.text, tools.tokenize, article.path);
  if (ours.length === 0 && !mayHoldDirectives(article.text)) {
    return { drafts: [], failures: [], timeless: true, suppressions: [], document: read };
  }
  const document = read();
  const own = runOurs(document, ours, tools.now, config.locale);
  return { ...own, suppressions: suppressionsIn(document), document: () => document };
}

/** What the installed rules say, and what their filters leave of `ours`. */
export interface InstalledPart {
  readonly ours: readonly Draft[];
  readonly drafts: readonly Draft[];
  readonly failures: readonly RuleFailure[];
}

/** The second part, for which filter rules need the drafts of the first; without filter rules it can run beside the first. */
export function lintInstalled(
  article: Article,
  config: Config,
  tools: Tools,
  ours: readonly Draft[],
): Promise<InstalledPart> {
  if (sizeFault(article.text)) return Promise.resolve({ ours, drafts: [], failures: [] });
  const bom = article.text.startsWith('\uFEFF') ? 1 : 0;
  switchFastRules(tools.fastRules === false ? undefined : tools.tokenize);
  return runInstalledOn(article, config.rulesFor(article.path), bom, ours);
}

/** The last part: all findings of an article, in the order of the text. */
export function assemble(article: Article, config: Config, own: OwnPart, installed: InstalledPart): Finding[] {
  const set = config.rulesFor(article.path);
  const failures = [...own.failures, ...installed.failures].map((failure) => ruleFailed(failure, config));
  const drafts = [...installed.ours, ...dropRepeated(installed.drafts, installed.ours)];
  const { kept, unused } = applySuppressions(drafts, own.suppressions);
  const all = [
    ...kept,
    ...failures,
    ...reportable(unused, set).map((suppression) => unusedSuppression(suppression, config)),
  ].sort(byPlace);
  return finish(all, article, config, set.installed);
}

/** Runs the installed rules, and lets the user's filter rules, if there are any, drop findings of ours too. */
async function runInstalledOn(
  article: Article,
  set: RuleSet,
  bom: number,
  ours: readonly Draft[],
): Promise<InstalledPart> {
  if (set.installed.length === 0 && set.filters.length === 0) return { ours, drafts: [], failures: [] };
  const filtered = set.filters.length > 0;
  const replayed = ours.map(({ range, ...draft }) => ({ ...draft, range: withoutBom(range, bom) }));
  const { messages, failures } = await runInstalled(
    article.text.slice(bom),
    article.path,
    set,
    filtered ? replayed : [],
  );
  const back = new Set(messages.map(({ ruleId, range, message }) => `${ruleId} ${range.join('-')} ${message}`));
  const isBack = ({ ruleId, range, message }: Draft): boolean =>
    back.has(`${ruleId} ${withoutBom(range, bom).join('-')} ${message}`);
  return {
    // Without results (a filter rule or a plugin threw) nothing was filtered.
    ours: filtered && failures.every((failure) => failure.ruleId !== 'textlint') ? ours.filter(isBack) : ours,
    drafts: messages.filter((message) => !message.ruleId.startsWith('koetsu/')).map((message) => draftOf(message, bom)),
    failures,
  };
}

/** textlint's offsets do not count a BOM; a finding may begin on it. */
function withoutBom([start, end]: Range, bom: number): Range {
  return [Math.max(0, start - bom), Math.max(0, end - bom)];
}

const SEVERITY = { 1: 'warning', 2: 'error', 3: 'info' } as const;

function draftOf(message: InstalledMessage, bom: number): Draft {
  const shift = ([start, end]: readonly [number, number]) => [start + bom, end + bom] as const;
  const severity = SEVERITY[message.severity as keyof typeof SEVERITY] ?? 'error';
  return {
    ruleId: message.ruleId,
    severity,
    message: message.message,
    range: shift(message.range),
    related: [],
    ...(message.fix ? { fix: { range: shift(message.fix.range), text: message.fix.text } } : {}),
    suggestions: (message.suggestions ?? []).map(({ message: text, fix }) => ({
      message: text,
      edit: { range: shift(fix.range), text: fix.text },
    })),
  };
}

/** Whether a comment that names a rule which does not run here is needed, only a run with that rule can tell. */
function reportable(unused: readonly Suppression[], { ours, installed }: RuleSet): Suppression[] {
  const running = [...ours.map(({ rule }) => `koetsu/${rule.id}`), ...installed.map(({ ruleId }) => ruleId)];
  return unused.filter(({ ruleIds }) =>
    ruleIds.every((id) => running.some((ruleId) => ruleId === id || ruleId.endsWith(`/${id}`))),
  );
}

function byPlace(a: Draft, b: Draft): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1] || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}

function finish(
  drafts: readonly Draft[],
  article: Article,
  config: Config,
  installed: readonly InstalledRule[],
): Finding[] {
  const path = article.path === undefined ? '' : relative(config.root, article.path).split(sep).join('/');
  const fingerprints = fingerprintsOf(
    drafts.map(({ ruleId, range }) => ({ ruleId, path, range })),
    article.text,
  );
  return drafts.map((draft, i) => {
    const docs = docsOf(draft.ruleId, installed);
    return { ...draft, fingerprint: fingerprints[i] ?? '', ...(docs ? { docs } : {}) };
  });
}
