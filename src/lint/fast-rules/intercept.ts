import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Bilingual } from '../mistake.ts';
import { type BlockRule, blockRules, noteBlockRule } from './block-rules.ts';
import { type FastModule, fastModules } from './fast-modules.ts';
import { canWait, lazyExports, waitingFor } from './lazy-module.ts';

type Require = typeof Module.prototype.require;
/** What is handed out for a module to a file that requires it. */
type Answer = (requiredBy: string) => object;

const answers = new WeakMap<object, Answer>();
const notices = new Map<string, Bilingual>();
let loading = 0;
let unhooked: Require | undefined;

/**
 * Loads rules so that what they `require` meanwhile is replaced by faster equals where there are any (fast-modules.ts), in
 * every copy that npm may have installed. The modules themselves stay as they are: only the `require` calls made while
 * `load` runs return other exports. ES modules, rules that were loaded before and versions that were not compared keep the
 * plain ones.
 */
export async function withFastModules<T>(load: () => Promise<T>): Promise<T> {
  if (loading++ === 0) hook();
  try {
    return await load();
  } finally {
    if (--loading === 0) unhook();
  }
}

/** What keeps installed rules from running at full speed, for `--verbose`. */
export function fastRuleNotices(): readonly Bilingual[] {
  return [...notices.values()];
}

function hook(): void {
  const original = Module.prototype.require;
  unhooked = original;
  Module.prototype.require = function (this: NodeJS.Module, id: string): unknown {
    const load = (): unknown => original.call(this, id);
    if (this.filename === null) return load();
    if (canWait(id, this.filename) && isInstalled(id, this.filename)) return waitingFor(id, load as () => object);
    const exported = replacement(load, id, this.filename);
    const rule = blockRules.find(({ packageName }) => packageName === id);
    if (rule) noteBlockRule(rule, exported, () => isListed(rule, fileOf(id, this.filename)));
    return exported;
  } as Require;
}

function replacement(load: () => unknown, id: string, requiredBy: string): unknown {
  const candidate = fastModules.find((it) => isRequired(it, id, requiredBy));
  if (candidate?.canWait) return waiting(candidate, load as () => object, fileOf(id, requiredBy))(requiredBy);
  const plain = load();
  if (candidate === undefined || typeof plain !== 'object' || plain === null) return plain;
  return (answers.get(plain) ?? answerFor(candidate, plain, fileOf(id, requiredBy)))(requiredBy);
}

/** A missing module has to be missed at once. */
function isInstalled(id: string, requiredBy: string): boolean {
  try {
    return isAbsolute(fileOf(id, requiredBy));
  } catch {
    return false;
  }
}

function fileOf(id: string, requiredBy: string): string {
  return createRequire(requiredBy).resolve(id);
}

function isListed({ packageName, versions }: BlockRule, file: string): boolean {
  return versions.includes(versionOf(packageName, file));
}

function unhook(): void {
  if (unhooked) Module.prototype.require = unhooked;
  unhooked = undefined;
}

function isRequired({ packageName, inside, callers }: FastModule, id: string, requiredBy: string): boolean {
  const isIn = (name: string): boolean => requiredBy.split(/[\\/]/).includes(name);
  if (inside === undefined) return id === packageName && (callers?.some(isIn) ?? true);
  return id.startsWith('.') && basename(id, '.js') === inside && isIn(packageName);
}

function answerFor(candidate: FastModule, plain: object, file: string): Answer {
  const answer = isUsable(candidate, file) ? replacing(candidate, plain) : (): object => plain;
  answers.set(plain, answer);
  return answer;
}

function waiting(candidate: FastModule, load: () => object, file: string): Answer {
  return isUsable(candidate, file)
    ? (requiredBy) => lazyExports(load, candidate.replace(lazyExports(load))(requiredBy))
    : load;
}

/** True if the version was compared; else there is a notice. */
function isUsable(candidate: FastModule, file: string): boolean {
  const reason = objectionTo(candidate, file);
  if (reason !== undefined) notices.set(`${candidate.packageName} ${reason}`, noticeOf(candidate, reason));
  return reason === undefined;
}

function objectionTo({ packageName, versions, objection }: FastModule, file: string): string | undefined {
  const version = versionOf(packageName, file);
  return versions.includes(version) ? objection?.(file) : version;
}

function replacing({ replace }: FastModule, plain: object): Answer {
  const exportsFor = replace(plain);
  // Getters and the hidden __esModule are kept.
  return (requiredBy) => {
    const own = Object.getOwnPropertyDescriptors(plain);
    return Object.defineProperties({}, { ...own, ...Object.getOwnPropertyDescriptors(exportsFor(requiredBy)) });
  };
}

/** Version of the package that a file lies in. */
function versionOf(packageName: string, file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name === packageName) return String(version);
  }
  return 'unknown';
}

function noticeOf({ packageName }: FastModule, reason: string): Bilingual {
  return {
    ja: `${packageName}（${reason}）は比較済みの版ではないため、高速版を使わずそのまま実行します。`,
    en: `${packageName} (${reason}) is not a version that koetsu was compared with; it runs as it is, and more slowly.`,
  };
}
