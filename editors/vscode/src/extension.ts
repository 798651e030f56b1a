import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
// biome-ignore lint/correctness/noUndeclaredDependencies: the editor itself is this module.
import { commands, type ExtensionContext, StatusBarAlignment, type StatusBarItem, window, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from 'vscode-languageclient/node';

const LANGUAGES = ['markdown', 'mdx'];

let client: LanguageClient | undefined;

/** Starts the server and shows in the status bar whether it runs. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('koetsu', { log: true });
  const status = window.createStatusBarItem('koetsu.status', StatusBarAlignment.Right);
  status.name = 'koetsu';
  status.command = 'koetsu.showOutput';
  const module = serverModule(context);
  output.info(`server: ${module}`);
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    outputChannel: output,
    initializationOptions: settings(),
    synchronize: { configurationSection: 'koetsu' },
  };
  const run = { module, args: ['lsp'], transport: TransportKind.stdio };
  client = new LanguageClient('koetsu', 'koetsu', { run, debug: run }, options);
  client.onDidChangeState(({ newState }) => show(status, newState));
  context.subscriptions.push(
    output,
    status,
    commands.registerCommand('koetsu.showOutput', () => output.show()),
    commands.registerCommand('koetsu.restart', () => client?.restart()),
  );
  show(status, State.Starting);
  await client.start();
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** The koetsu of the settings, else that of the first folder that has one installed, else the one in this extension. */
function serverModule(context: ExtensionContext): string {
  const given = workspace.getConfiguration('koetsu').get<string>('path');
  if (given && existsSync(given)) return given;
  const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
  for (const { uri } of folders) {
    const found = resolveFrom(uri.fsPath);
    if (found) return found;
  }
  return context.asAbsolutePath(join('node_modules', 'koetsu', 'dist', 'src', 'cli', 'bin.js'));
}

function resolveFrom(folder: string): string | undefined {
  try {
    const manifest = createRequire(join(folder, 'index.js')).resolve('koetsu/package.json');
    const bin = join(manifest, '..', 'dist', 'src', 'cli', 'bin.js');
    // An older koetsu may have no language server.
    return existsSync(bin) && existsSync(join(manifest, '..', 'dist', 'src', 'lsp')) ? bin : undefined;
  } catch {
    return undefined;
  }
}

function settings(): object {
  const given = workspace.getConfiguration('koetsu');
  return {
    locale: given.get('locale') || undefined,
    configPath: given.get('configPath') || undefined,
    workspaceDiagnostics: given.get('workspaceDiagnostics') === true,
  };
}

function show(status: StatusBarItem, state: State): void {
  const [icon, tooltip] =
    state === State.Running
      ? ['$(check)', 'koetsu is running']
      : state === State.Starting
        ? ['$(sync~spin)', 'koetsu is starting']
        : ['$(circle-slash)', 'koetsu has stopped'];
  status.text = `${icon} 校閲`;
  status.tooltip = tooltip;
  status.show();
}
