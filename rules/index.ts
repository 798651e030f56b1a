import brokenFrontMatterText from './broken-front-matter-text/rule.ts';
import brokenMarkup from './broken-markup/rule.ts';
import brokenSentences from './broken-sentences/rule.ts';
import contradictoryFigures from './contradictory-figures/rule.ts';
import type { RuleModule } from './define-rule.ts';
import duplicatedPassages from './duplicated-passages/rule.ts';
import generationArtifacts from './generation-artifacts/rule.ts';
import implausibleFigures from './implausible-figures/rule.ts';
import incompleteFrontMatter from './incomplete-front-matter/rule.ts';
import readingTimeMismatch from './reading-time-mismatch/rule.ts';

/** The rules of one article, by id. */
export const rules: Readonly<Record<string, RuleModule>> = {
  'broken-front-matter-text': brokenFrontMatterText,
  'broken-markup': brokenMarkup,
  'broken-sentences': brokenSentences,
  'contradictory-figures': contradictoryFigures,
  'duplicated-passages': duplicatedPassages,
  'generation-artifacts': generationArtifacts,
  'implausible-figures': implausibleFigures,
  'incomplete-front-matter': incompleteFrontMatter,
  'reading-time-mismatch': readingTimeMismatch,
};

/** The textlint preset: stock textlint finds it as `"preset-koetsu"`. */
export default { rules, rulesConfig: Object.fromEntries(Object.keys(rules).map((id) => [id, true])) };
