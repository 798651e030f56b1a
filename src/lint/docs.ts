import type { InstalledRule } from './config.ts';

/** Version of koetsu, as in its package.json (a test compares them). */
export const VERSION = '0.1.0';

/** Where a rule is explained: the page in our package, or the package that an installed rule comes from. */
export function docsOf(ruleId: string, installed: readonly InstalledRule[]): string | undefined {
  if (ruleId.startsWith('koetsu/')) return `https://unpkg.com/koetsu@${VERSION}/rules/${ruleId.slice(7)}/README.md`;
  const rule = installed.find((candidate) => candidate.ruleId === ruleId);
  return rule ? `https://www.npmjs.com/package/${rule.packageName}` : undefined;
}
