import type { FileResult, Finding } from '../lint/finding.ts';
import type { Bilingual, Locale } from '../lint/mistake.ts';
import { grouped } from './grouped.ts';
import { severestFirst } from './places.ts';
import { safeJson } from './printable.ts';
import { sarifLocations } from './sarif-locations.ts';
import { type RuleInfo, SARIF_LEVEL, sarifRules } from './sarif-rules.ts';

/** What a SARIF report says beside the findings. */
export interface SarifOptions {
  readonly version: string;
  readonly locale: Locale;
  /** Rules to describe; others that findings name are added with what is known of them. */
  readonly rules: readonly RuleInfo[];
}

/** GitHub refuses a run with more results, shows the first of them only, and refuses a result with more locations. */
const LIMITS = { results: 25_000, shown: 5_000, locations: 1_000 } as const;
/** Related places that the message itself links, which is how GitHub shows them. */
const LINKED = 3;

/**
 * SARIF 2.1.0 in one run, the severest findings first. Paths have to be relative to the root of the repository (`%SRCROOT%`), or
 * absolute. GitHub's limits are kept, and what is left out for them is said in a notification.
 */
export function formatSarif(results: readonly FileResult[], options: SarifOptions): string {
  const found = severestFirst(results);
  const kept = found.slice(0, LIMITS.results);
  const rules = sarifRules(
    options.rules,
    kept.map(({ finding }) => finding),
    options.locale,
  );
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const locations = sarifLocations(results);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(options, rules) },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        defaultEncoding: 'utf-8',
        defaultSourceLanguage: 'markdown',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [invocationOf(found, options.locale)],
        results: kept.map(({ finding, result }) =>
          resultOf(finding, result, indices, { locations, locale: options.locale }),
        ),
      },
    ],
  };
  return `${safeJson(log, 1)}\n`;
}

function driverOf({ version, locale }: SarifOptions, rules: readonly object[]): object {
  return {
    name: 'koetsu',
    version,
    semanticVersion: version,
    informationUri: 'https://www.npmjs.com/package/koetsu',
    language: locale,
    rules,
  };
}

function invocationOf(found: ReturnType<typeof severestFirst>, locale: Locale): object {
  const crowded = found.filter(({ finding }) => finding.related.length > LIMITS.locations).length;
  const total = grouped(found.length);
  const notes: [boolean, string, string, Bilingual][] = [
    [
      found.length > LIMITS.results,
      'results-left-out',
      'warning',
      {
        ja: `指摘は${total}件あり、重大なものから25,000件だけを載せました（GitHubの上限）。`,
        en: `There are ${total} findings; the 25,000 most severe are listed, as GitHub takes no more.`,
      },
    ],
    [
      found.length > LIMITS.shown,
      'results-not-shown',
      'note',
      {
        ja: `指摘は${total}件あり、GitHubは先頭の5,000件だけを表示します。重大なものから並べてあります。`,
        en: `There are ${total} findings, of which GitHub shows the first 5,000; the most severe come first.`,
      },
    ],
    [
      crowded > 0,
      'locations-left-out',
      'note',
      {
        ja: `${crowded}件の指摘で、関連箇所を先頭の1,000か所だけ載せました（GitHubの上限）。`,
        en: `Of ${crowded} findings the first 1,000 related places are listed, as GitHub takes no more.`,
      },
    ],
  ];
  const notifications = notes
    .filter(([applies]) => applies)
    .map(([, id, level, message]) => ({ descriptor: { id }, level, message: { text: message[locale] } }));
  return {
    executionSuccessful: found.every(({ finding }) => finding.ruleId !== 'internal-error'),
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}

interface Surroundings {
  readonly locations: ReturnType<typeof sarifLocations>;
  readonly locale: Locale;
}

function resultOf(
  finding: Finding,
  result: FileResult,
  indices: ReadonlyMap<string, number>,
  { locations, locale }: Surroundings,
): object {
  const { ruleId, severity, range, fingerprint } = finding;
  const related = finding.related.slice(0, LIMITS.locations);
  const fixes = fixesOf(finding, locale).map(({ message, edit }) => ({
    description: { text: message },
    artifactChanges: [
      {
        artifactLocation: locations.artifact(result.filePath),
        replacements: [
          { deletedRegion: locations.region(result.filePath, edit.range), insertedContent: { text: edit.text } },
        ],
      },
    ],
  }));
  return {
    ruleId,
    ruleIndex: indices.get(ruleId),
    level: SARIF_LEVEL[severity],
    message: { text: messageOf(finding, locale) },
    locations: [locations.physical(result.filePath, range)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((place, i) => ({
            id: i + 1,
            ...locations.physical(place.filePath ?? result.filePath, place.range),
            message: { text: place.message },
          })),
        }
      : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
    partialFingerprints: { 'koetsu/v1': fingerprint },
  };
}

/** The safe fix first, then the alternatives. */
function fixesOf({ fix, suggestions }: Finding, locale: Locale): Finding['suggestions'] {
  const message = locale === 'ja' ? '自動修正（安全）' : 'Safe fix';
  return [...(fix ? [{ message, edit: fix }] : []), ...suggestions];
}

/**
 * The message with links to the first related places. A link in the quoted article must not become one of the report (SARIF 2.1.0,
 * 3.11.6): a space keeps its brackets apart. Braces stay single: a message without arguments has no placeholders to tell from them.
 */
function messageOf({ message, related }: Finding, locale: Locale): string {
  const text = message.replaceAll('](', '] (');
  if (related.length === 0) return text;
  const word = locale === 'ja' ? '関連' : 'related';
  const links = related.slice(0, LINKED).map((_, i) => `[${word} ${i + 1}](${i + 1})`);
  return `${text} ${links.join(' ')}`;
}
