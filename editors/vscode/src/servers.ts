import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import satisfies from 'semver/functions/satisfies';
import { type ExtensionContext, l10n, workspace } from 'vscode';

/** A koetsu that can serve. */
export interface Server {
  /** The program that Node runs. */
  readonly module: string;
  readonly origin: 'setting' | 'workspace' | 'extension';
  readonly version: string;
  /** The versions of Node that it needs. */
  readonly node: string;
}

/** What there is to start, the best first, and what is wrong with the others, in words for the user. */
export interface Choice {
  readonly servers: readonly Server[];
  readonly problems: readonly string[];
}

/** The koetsu of the settings, else that of the first folder that has one installed; the one in this extension comes last. */
export function chooseServers(context: ExtensionContext): Choice {
  const problems: string[] = [];
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  const given = workspace.getConfiguration('koetsu').get<string>('path', '');
  const chosen = given === '' ? undefined : serverAt(resolveIn(folders, given), 'setting');
  if (given !== '' && !chosen) problems.push(l10n.t('There is no koetsu at "{0}" (setting koetsu.path).', given));
  const installed = folders.flatMap((folder) => installedIn(folder) ?? []).at(0);
  const bundled = serverAt(context.asAbsolutePath('server'), 'extension');
  const servers = [chosen, chosen ? undefined : installed, bundled].filter((server) => server !== undefined);
  const usable = servers.filter(({ node }) => satisfies(process.versions.node, node));
  for (const { version, node } of servers.filter((server) => !usable.includes(server))) {
    problems.push(
      l10n.t(
        'koetsu {0} needs Node {1}, this editor runs on Node {2}. Update the editor.',
        version,
        node,
        process.versions.node,
      ),
    );
  }
  return { servers: usable, problems };
}

function resolveIn([first]: readonly string[], path: string): string {
  return isAbsolute(path) || first === undefined ? path : join(first, path);
}

function installedIn(folder: string): Server | undefined {
  try {
    return serverAt(dirname(createRequire(join(folder, 'noop.js')).resolve('koetsu/package.json')), 'workspace');
  } catch {
    return undefined;
  }
}

/** The koetsu whose package lies in a folder, or whose program is this file; undefined if there is none. */
function serverAt(path: string, origin: Server['origin']): Server | undefined {
  if (!existsSync(path)) return undefined;
  const isFolder = statSync(path).isDirectory();
  const home = isFolder ? path : packageAround(path);
  if (home === undefined) return undefined;
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  if (manifest.name !== 'koetsu' || typeof manifest.bin?.koetsu !== 'string') return undefined;
  const module = isFolder ? join(home, manifest.bin.koetsu) : path;
  const { version = '?', engines } = manifest;
  return existsSync(module) ? { module, origin, version, node: engines?.node ?? '*' } : undefined;
}

function packageAround(file: string): string | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return undefined;
}
