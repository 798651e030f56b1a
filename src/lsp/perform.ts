import { parseDocument } from '../document/parse-document.ts';
import type { Config } from '../lint/config.ts';
import { defaultConfig } from '../lint/default-config.ts';
import { fixText } from '../lint/fix-text.ts';
import { harmlessIn } from '../lint/harmless-edits.ts';
import { assemble, lintInstalled, lintOwn, lintText, type Tools } from '../lint/lint-text.ts';
import { checkConfig, loadConfig } from '../lint/load-config.ts';
import { type Result, succeed } from '../lint/mistake.ts';
import type { Tokenize } from '../text/morphemes.ts';
import { type ArchiveIndex, createArchiveIndex } from './archive-index.ts';
import { accept, knownEntries } from './baseline-tasks.ts';
import { explainFigure } from './explain-figure.ts';
import { factsOf } from './facts.ts';
import type { Answers, ConfigData, Ours, Task } from './tasks.ts';

/** Configurations that a thread keeps: one for each root, and a few that were in force before. */
const KEPT = 16;

type OfArticle = Extract<Task, { readonly article: unknown }>;

/** Performs tasks, one after the other. Rejects only where we are wrong, or a configuration cannot be loaded again. */
export type Perform = <T extends Task>(task: T) => Promise<Answers[T['kind']]>;

/** Makes the function that performs tasks with a tokenizer. It remembers configurations by their id, and the facts of archives. */
export function createPerform(tokenize: Tokenize, cacheDirectory?: string): Perform {
  const configs = new Map<string, Promise<Config>>();
  const index = createArchiveIndex(tokenize, cacheDirectory);

  async function configOf(data: ConfigData): Promise<Config> {
    const known = configs.get(data.id) ?? loadAgain(data);
    configs.set(data.id, known);
    const [oldest] = configs.size > KEPT ? configs.keys() : [];
    if (oldest !== undefined) configs.delete(oldest);
    return known;
  }

  async function performOn(task: OfArticle): Promise<Answers[OfArticle['kind']]> {
    const config = await configOf(task.config);
    const tools: Tools = { tokenize, now: task.now };
    switch (task.kind) {
      case 'ours':
        return runOurRules(task, config, tools);
      case 'installed':
        return runInstalledRules(task, config, tools);
      case 'assemble':
        return assemble(task.article, config, task.own, { ...task.installed, ours: task.own.drafts });
      case 'all':
        return lintText(task.article, config, tools);
      case 'fix':
        return (await fixText(task.article, config, tools)).text;
      case 'harmless':
        return task.edits.map(harmlessIn(task.article));
      case 'figure': {
        const document = parseDocument(task.article.text, tokenize, task.article.path);
        return explainFigure(document, task.offset, config.locale);
      }
    }
  }

  return async <T extends Task>(task: T) => {
    const answer = 'article' in task ? performOn(task) : performAside(task, index);
    // The compiler does not follow the kind of the task into the answer.
    return (await answer) as Answers[T['kind']];
  };
}

async function performAside(task: Exclude<Task, OfArticle>, index: ArchiveIndex): Promise<Answers[typeof task.kind]> {
  switch (task.kind) {
    case 'config':
      return readConfig(task);
    case 'baseline':
      return knownEntries(task.config, task.edited);
    case 'accept':
      return accept(task.config, task);
    case 'facts':
      return index.take(task.config, task.anew);
    case 'across':
      return acrossOf(task, index);
  }
}

function acrossOf({ config, open, every }: Extract<Task, { kind: 'across' }>, index: ArchiveIndex): Answers['across'] {
  const found = index.across(config, open);
  if (every || !found) return found;
  return new Map(open.flatMap(({ path = '' }) => (found.has(path) ? [[path, found.get(path) ?? []]] : [])));
}

/** Findings of our rules as `lintText` has them, but for unused suppressions: what uses them may not have run yet. */
function runOurRules({ article }: OfArticle, config: Config, tools: Tools): Ours {
  const set = config.rulesFor(article.path);
  const { document, ...own } = lintOwn(article, config, tools);
  const certain = assemble(article, config, own, { ours: own.drafts, drafts: [], failures: [] }).filter(
    ({ ruleId }) => ruleId !== 'unused-suppression',
  );
  return { findings: set.filters.length > 0 ? undefined : certain, own, facts: factsOf(document(), set) };
}

async function runInstalledRules({ article }: OfArticle, config: Config, tools: Tools): Promise<Answers['installed']> {
  return config.rulesFor(article.path).filters.length > 0 ? undefined : lintInstalled(article, config, tools, []);
}

async function readConfig(task: Extract<Task, { readonly kind: 'config' }>): Promise<Answers['config']> {
  const raw = { file: undefined, root: task.folder, data: defaultConfig, placeOf: () => undefined };
  const loaded: Result<Config> = task.standard ? await checkConfig(raw) : await loadConfig(task.folder, task.file);
  if (!loaded.ok) return loaded;
  const { file, root, data, settings, locale } = loaded.value;
  return succeed({ file, root, data, settings, locale });
}

async function loadAgain({ file, root, data, locale }: ConfigData): Promise<Config> {
  const checked = await checkConfig({ file, root, data, placeOf: () => undefined });
  if (!checked.ok) throw new Error(checked.mistakes.map(({ message }) => message[locale]).join(' '));
  return { ...checked.value, locale };
}
