import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Uri, workspace } from 'vscode';

const NAMES = ['.textlintrc.json', '.textlintrc', '.textlintrc.yml', '.textlintrc.yaml'];

/** The configuration that holds for an article, found as the server finds it; undefined if the default holds. */
export function configFileOf(article: Uri): Uri | undefined {
  const root = rootOf(article);
  const given = workspace.getConfiguration('koetsu', article).get<string>('configPath', '');
  if (given !== '') {
    const file = isAbsolute(given) ? given : root && join(root, given);
    return file && existsSync(file) ? Uri.file(file) : undefined;
  }
  const starts = [root, article.scheme === 'file' ? dirname(article.fsPath) : undefined];
  const found = starts.flatMap((folder) => (folder === undefined ? [] : (upwards(folder) ?? []))).at(0);
  return found === undefined ? undefined : Uri.file(found);
}

/** The folder in which a configuration for an article belongs. */
export function rootOf(article: Uri | undefined): string | undefined {
  const folder = article && workspace.getWorkspaceFolder(article);
  const uri = (folder ?? workspace.workspaceFolders?.[0])?.uri;
  return uri?.scheme === 'file' ? uri.fsPath : undefined;
}

function upwards(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const name = NAMES.find((candidate) => existsSync(join(folder, candidate)));
    if (name !== undefined) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}
