import { join } from 'node:path';
import { commands, type Disposable, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import { defaultConfig } from '../../../src/lint/default-config.ts';
import { configFileOf, rootOf } from './config-file.ts';
import type { Session } from './session.ts';

/** Registers the commands of the palette. */
export function registerCommands(session: Session, output: LogOutputChannel): Disposable[] {
  const { registerCommand } = commands;
  return [
    registerCommand('koetsu.restart', () => session.restart()),
    registerCommand('koetsu.showOutput', () => output.show()),
    registerCommand('koetsu.fixArticle', fixArticle),
    registerCommand('koetsu.openConfig', openConfig),
  ];
}

/** The safe fixes, as on save. */
async function fixArticle(): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.koetsu', apply: 'first' });
}

/** Opens the configuration of the article; where there is none, a new one that is not saved yet. */
async function openConfig(): Promise<void> {
  const article = window.activeTextEditor?.document.uri;
  const root = rootOf(article);
  const file = configFileOf(article ?? Uri.file(join(root ?? '/', 'article.md')));
  if (file) {
    await window.showTextDocument(file);
    return;
  }
  if (root === undefined) {
    void window.showInformationMessage(l10n.t('Open the folder of the site first: its configuration belongs there.'));
    return;
  }
  const created = Uri.file(join(root, '.textlintrc.json')).with({ scheme: 'untitled' });
  const editor = await window.showTextDocument(await workspace.openTextDocument(created));
  await editor.edit((edit) =>
    edit.insert(editor.document.positionAt(0), `${JSON.stringify(defaultConfig, null, 2)}\n`),
  );
}
