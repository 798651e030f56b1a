import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { importModule } from '../start/import-module.ts';
import { withKeptModules } from '../start/kept-modules.ts';
import { withFastModules } from './fast-rules/intercept.ts';

export type ModuleKind = 'rule' | 'preset' | 'plugin' | 'filter';

const PREFIX: Record<ModuleKind, string> = {
  rule: 'textlint-rule-',
  preset: 'textlint-rule-preset-',
  plugin: 'textlint-plugin-',
  filter: 'textlint-filter-rule-',
};

/** Package names that textlint tries for a name in the configuration, in its order. */
export function packageNames(kind: ModuleKind, name: string): string[] {
  const [, scope = '', own = name] = /^(@[^/]+\/)(.*)$/.exec(name) ?? [];
  const bare = kind === 'preset' ? own.replace(/^preset-/, '') : own;
  const full = own.startsWith(PREFIX[kind]) ? own : `${PREFIX[kind]}${bare}`;
  return [...new Set([`${scope}${full}`, name])];
}

/**
 * Loads what a name in the configuration stands for: from the folder of the configuration, else from koetsu's own
 * dependencies. Undefined if no such package is installed; throws what the package throws while it loads.
 */
export async function loadModule(
  kind: ModuleKind,
  name: string,
  root: string,
): Promise<{ module: unknown; packageName: string } | undefined> {
  const found = findModule(kind, name, root);
  if (!found) return undefined;
  const module: unknown = await withKeptModules(found.path, () =>
    withFastModules(() => importModule(pathToFileURL(found.path).href)),
  );
  return { module: unwrap(module), packageName: found.packageName };
}

/** The file that `loadModule` would load for a name, and the name of its package. */
export function findModule(
  kind: ModuleKind,
  name: string,
  root: string,
): { readonly path: string; readonly packageName: string } | undefined {
  const bases = [join(root, 'noop.js'), fileURLToPath(import.meta.url)];
  for (const base of bases) {
    for (const packageName of packageNames(kind, name)) {
      const path = resolvePackage(packageName, base);
      // A module of Node itself (fs) has no path; a package that is not installed has none either.
      if (path && isAbsolute(path)) return { path, packageName };
    }
  }
  return undefined;
}

/** What a package exports by default, whether it is CommonJS, ES module or one compiled to the other. */
function unwrap(module: unknown): unknown {
  const inner = (module as { default?: unknown } | null | undefined)?.default;
  return inner === undefined || inner === module ? module : unwrap(inner);
}

function resolvePackage(packageName: string, base: string): string | undefined {
  try {
    return createRequire(base).resolve(packageName);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? esmEntry(packageName, base) : undefined;
  }
}

/** A package without a CommonJS entry: `require.resolve` refuses it, so its `exports` are read. */
function esmEntry(packageName: string, base: string): string | undefined {
  for (let folder = dirname(base); ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', packageName, 'package.json');
    if (existsSync(manifest)) {
      const { exports, module } = JSON.parse(readFileSync(manifest, 'utf8'));
      const entry = entryOf(exports?.['.'] ?? exports) ?? module;
      return typeof entry === 'string' ? join(dirname(manifest), entry) : undefined;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function entryOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  const conditions = target as Record<string, unknown>;
  return entryOf(conditions.node ?? conditions.import ?? conditions.default);
}
