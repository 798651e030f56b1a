import { createHash } from 'node:crypto';
import type { Config, RuleSet } from '../lint/config.ts';
import type { Article } from '../lint/lint-text.ts';

/** Raised whenever what is kept in the cache changes its form. */
const FORMAT = 1;

/**
 * Returns what makes keys for the articles of a run: hashes of text, path, resolved configuration and environment, 64
 * hexadecimal digits. The whole path counts, since rules read the site generator and the date of an article from it.
 */
export function cacheKeys(config: Config, environment: string): (article: Article) => string {
  const hashes = new Map<RuleSet, string>();
  const configHash = (set: RuleSet): string => {
    const known = hashes.get(set) ?? createHash('sha256').update(describe(set, config)).digest('hex');
    hashes.set(set, known);
    return known;
  };
  return ({ text, path }) =>
    createHash('sha256')
      .update(
        JSON.stringify([
          FORMAT,
          environment,
          configHash(config.rulesFor(path)),
          config.root,
          path ?? null,
          text.length,
        ]),
      )
      // UTF-16, since a lone surrogate is another text than the character that stands for it in UTF-8.
      .update(text, 'utf16le')
      .digest('hex');
}

function describe(set: RuleSet, { locale }: Config): string {
  return JSON.stringify({
    locale,
    ours: set.ours.map(({ rule, options, severity }) => [rule.id, options, severity]),
    installed: set.installed.map(({ ruleId, packageName, options }) => [ruleId, packageName, options]),
    filters: set.filters.map(({ ruleId, options }) => [ruleId, options]),
    plugins: set.plugins.map(({ pluginId, options }) => [pluginId, options]),
  });
}
