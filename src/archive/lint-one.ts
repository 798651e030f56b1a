import type { Config } from '../lint/config.ts';
import type { Finding } from '../lint/finding.ts';
import { type Article, lintArticle, type Tools } from '../lint/lint-text.ts';
import { type Facts, factsOf } from './facts.ts';

/** All that is found out about one article. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly facts: Facts | undefined;
  /** True if the same text will give the same findings tomorrow: the outcome may be kept. */
  readonly lasting: boolean;
}

/** Lints an article and takes its facts. Failures of rules do not last: the next run tries again. */
export async function lintOne(article: Article, config: Config, tools: Tools): Promise<Outcome> {
  const { findings, document, timeless } = await lintArticle(article, config, tools);
  const failed = findings.some(({ ruleId }) => ruleId === 'internal-error');
  return { findings, facts: factsOf(document), lasting: timeless && !failed };
}
