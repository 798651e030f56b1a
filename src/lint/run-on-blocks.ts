import type { TxtDocumentNode } from '@textlint/ast-node-types';
import type { TextlintKernelRule } from '@textlint/kernel';
import type { InstalledRule } from './config.ts';
import { type BlockCache, blockCache, type Entry, messagesAt } from './fast-rules/block-cache.ts';
import { blockKey, dependsOnItsLine } from './fast-rules/block-key.ts';
import { isBlockRule } from './fast-rules/block-rules.ts';
import { parsed, parseMarkdown } from './markdown.ts';
import { type InstalledMessage, type RunResult, runRules } from './run-rules.ts';

/** One cache for each list of rules with their options; configurations keep those lists. */
const caches = new WeakMap<readonly InstalledRule[], BlockCache>();

/** Blocks to remember: those of some 200 articles, a few megabytes. */
const remembered = 10_000;

type TopLevelNode = TxtDocumentNode['children'][number];

/**
 * Blocks to run the rules on at once. More than most articles have; beyond, the time of textlint's search for equal messages
 * and of no-unmatched-pair would grow with the square of the article.
 */
const together = 400;

interface Block {
  readonly node: TopLevelNode;
  readonly key: string;
}

/**
 * The messages of `runInstalled`, but rules that look at one block only run on the blocks that they have not seen before, in
 * this article or another one. Undefined where the blocks cannot be told apart: then the rules have to run in one go.
 */
export async function runOnBlocks(
  text: string,
  filePath: string | undefined,
  rules: readonly InstalledRule[],
): Promise<RunResult | undefined> {
  const ofBlocks = rules.filter(isBlockRule);
  const tree = ofBlocks.length === 0 ? undefined : tryToParse(text);
  if (tree === undefined) return undefined;
  const run = (some: readonly InstalledRule[]): Promise<RunResult> => {
    const path = filePath === undefined ? {} : { filePath };
    return runRules(text, { ...path, plugins: [parsed(tree)], rules: some.map(kernelRule) });
  };
  const rest = rules.filter((rule) => !ofBlocks.includes(rule));
  const whole = rest.length === 0 ? { messages: [], failures: [] } : await run(rest);
  const messages = await messagesOfBlocks(tree, cacheOf(rules), () => run(ofBlocks));
  // textlint drops messages that it finds twice, whatever rules they come from.
  if (messages === undefined || haveEqual(messages, whole.messages)) return undefined;
  return { messages: [...messages, ...whole.messages], failures: whole.failures };
}

/** A rule as textlint's kernel takes it. */
export function kernelRule({ ruleId, rule, options }: InstalledRule): TextlintKernelRule {
  return { ruleId, rule, options: options ?? true };
}

function tryToParse(text: string): TxtDocumentNode | undefined {
  try {
    return parseMarkdown(text);
  } catch {
    return undefined;
  }
}

function cacheOf(rules: readonly InstalledRule[]): BlockCache {
  const cache = caches.get(rules) ?? blockCache(remembered);
  caches.set(rules, cache);
  return cache;
}

/** Runs the rules on the tree reduced to new blocks, and takes the messages of the other ones from the cache. */
async function messagesOfBlocks(
  tree: TxtDocumentNode,
  cache: BlockCache,
  run: () => Promise<RunResult>,
): Promise<readonly InstalledMessage[] | undefined> {
  const all = tree.children;
  const blocks = all.map((node): Block => ({ node, key: blockKey(node) }));
  const entries = new Map<string, Entry>();
  const fresh: Block[] = [];
  for (const block of blocks) {
    if (entries.has(block.key)) continue;
    const known = cache.get(block.key);
    entries.set(block.key, known ?? newEntry(block.node));
    if (!known) fresh.push(block);
  }
  for (const some of groupsOf(fresh)) {
    const found = await lintBlocks(tree, some, run);
    if (found === undefined) return undefined;
    for (const [key, entry] of found) {
      entries.set(key, entry);
      cache.set(key, entry);
    }
  }
  return blocks.flatMap(({ node, key }) => {
    const entry = entries.get(key);
    return entry ? messagesAt(entry, node.range[0], node.loc.start.line) : [];
  });
}

/** Blocks to run the rules on at once; alone those of which a report may lie in another block, where it would be taken for that one's. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  const others: Block[] = [];
  for (const block of blocks) {
    if (dependsOnItsLine(block.node)) groups.push([block]);
    else others.push(block);
  }
  for (let at = 0; at < others.length; at += together) groups.push(others.slice(at, at + together));
  return groups;
}

function newEntry({ range, loc }: TopLevelNode): Entry {
  return { start: range[0], line: loc.start.line, messages: [] };
}

/** Runs the rules on some blocks; undefined if a rule fails or reports elsewhere. */
async function lintBlocks(
  tree: TxtDocumentNode,
  blocks: readonly Block[],
  run: () => Promise<RunResult>,
): Promise<Map<string, Entry> | undefined> {
  // Nodes keep their parent, which cannot be changed: so the same tree is reduced, not a new one made.
  const reducible: { children: TxtDocumentNode['children'] } = tree;
  const all = reducible.children;
  reducible.children = blocks.map(({ node }) => node);
  const { messages, failures } = await run();
  reducible.children = all;
  const found = failures.length > 0 ? undefined : byBlock(messages, blocks);
  const entryOf = ({ node, key }: Block): [string, Entry] => [
    key,
    { ...newEntry(node), messages: found?.get(key) ?? [] },
  ];
  return found && new Map(blocks.map(entryOf));
}

/** Messages by the block that they begin in; undefined if one begins elsewhere. */
function byBlock(
  messages: readonly InstalledMessage[],
  blocks: readonly Block[],
): Map<string, InstalledMessage[]> | undefined {
  const found = new Map<string, InstalledMessage[]>();
  const inOrder = messages.toSorted((a, b) => a.range[0] - b.range[0]);
  let at = 0;
  for (const { ruleId, severity, message, range, fix, suggestions } of inOrder) {
    while (at + 1 < blocks.length && (blocks[at + 1]?.node.range[0] ?? 0) <= range[0]) at++;
    const block = blocks[at];
    if (block === undefined || range[0] < block.node.range[0] || range[0] > block.node.range[1]) return undefined;
    const kept = { ruleId, severity, message, range, ...(fix ? { fix } : {}), ...(suggestions ? { suggestions } : {}) };
    const others = found.get(block.key);
    if (others) others.push(kept);
    else found.set(block.key, [kept]);
  }
  return found;
}

function haveEqual(some: readonly InstalledMessage[], others: readonly InstalledMessage[]): boolean {
  const nameOf = ({ range, severity, message }: InstalledMessage): string =>
    `${range.join('-')} ${severity} ${message}`;
  const names = new Set(others.map(nameOf));
  return names.size > 0 && some.some((message) => names.has(nameOf(message)));
}
