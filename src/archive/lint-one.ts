import type { Config } from '../lint/config.ts';
import type { Finding } from '../lint/finding.ts';
import { fixText } from '../lint/fix-text.ts';
import { type Article, type Linted, lintArticle, type Tools } from '../lint/lint-text.ts';
import { type Facts, factsOf } from './facts.ts';

/** All that is found out about one article. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Undefined if nobody asked for them. */
  readonly facts: Facts | undefined;
  /** True if the same text will give the same findings tomorrow: the outcome may be kept. */
  readonly lasting: boolean;
  /** What the safe fixes make of the article; only if they were asked for and change it. */
  readonly fixed?: Outcome & { readonly text: string };
}

/** An article to lint, and to fix if asked to. */
export interface Job extends Article {
  readonly fix?: boolean;
}

/** What an article is linted with. */
export interface Means {
  readonly config: Config;
  readonly tools: Tools;
  /** True if the facts of the article are wanted too. */
  readonly facts: boolean;
}

/** Lints an article and takes its facts. Failures of rules do not last: the next run tries again. */
export async function lintOne({ fix, ...article }: Job, { config, tools, facts }: Means): Promise<Outcome> {
  if (!fix) return outcomeOf(await lintArticle(article, config, tools), facts);
  const { text, first, last } = await fixText(article, config, tools);
  const outcome = outcomeOf(first, facts);
  return text === article.text ? outcome : { ...outcome, fixed: { ...outcomeOf(last, facts), text } };
}

function outcomeOf({ findings, document, timeless }: Linted, facts: boolean): Outcome {
  const failed = findings.some(({ ruleId }) => ruleId === 'internal-error');
  return { findings, facts: facts ? factsOf(document()) : undefined, lasting: timeless && !failed };
}
