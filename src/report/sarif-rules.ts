import type { Finding, Severity } from '../lint/finding.ts';
import type { Bilingual, Locale } from '../lint/mistake.ts';

/** What is known of a rule. */
export interface RuleInfo {
  /** As findings name it: `koetsu/broken-sentences`. */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly description: Bilingual;
  /** Its page, in Markdown. */
  readonly page?: string | undefined;
  readonly docs?: string | undefined;
}

/** SARIF's words for our severities. */
export const SARIF_LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;
const PROBLEM = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

/** SARIF's reportingDescriptors: the known rules in their order, then those that only findings name, by id. */
export function sarifRules(
  known: readonly RuleInfo[],
  findings: readonly Finding[],
  locale: Locale,
): readonly (object & { readonly id: string })[] {
  const ids = new Set(known.map(({ ruleId }) => ruleId));
  const others = new Map<string, RuleInfo>();
  for (const { ruleId, severity, docs } of findings) {
    if (!ids.has(ruleId) && !others.has(ruleId))
      others.set(ruleId, { ruleId, severity, docs, description: { ja: ruleId, en: ruleId } });
  }
  const added = [...others.values()].sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
  return [...known, ...added].map((rule) => descriptorOf(rule, locale));
}

function descriptorOf({ ruleId, severity, description, page, docs }: RuleInfo, locale: Locale): { id: string } {
  const short = description[locale];
  const full = page === undefined ? short : (openingOf(page) ?? short);
  const link = docs === undefined ? '' : `\n\n${docs}`;
  const descriptor = {
    id: ruleId,
    name: pascalCase(ruleId.slice(ruleId.lastIndexOf('/') + 1)),
    shortDescription: { text: short },
    fullDescription: { text: locale === 'ja' ? short : full },
    help: { text: `${full}${link}`, ...(page === undefined ? {} : { markdown: page }) },
    ...(docs === undefined ? {} : { helpUri: docs }),
    defaultConfiguration: { level: SARIF_LEVEL[severity] },
    properties: { 'problem.severity': PROBLEM[severity] },
  };
  return descriptor;
}

function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|[^\p{L}\p{N}]+)(\p{L})?/gu, (_, letter: string | undefined) =>
    (letter ?? '').toUpperCase(),
  );
}

/** The first paragraph of a page, below its title, as one line. */
function openingOf(page: string): string | undefined {
  const paragraph = page.split(/\r?\n\s*\r?\n/).find((block) => block.trim() !== '' && !block.startsWith('#'));
  return paragraph?.replaceAll(/\s+/g, ' ').trim();
}
