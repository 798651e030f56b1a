import { type ExtensionContext, window, workspace } from 'vscode';
import { registerCommands } from './commands.ts';
import { createSession, type Session } from './session.ts';
import { showStatus } from './status.ts';

/** Settings that the server takes when it starts, not while it runs. */
const AT_START = ['koetsu.path', 'koetsu.workspaceDiagnostics'];

let session: Session | undefined;

/** Starts the server for Markdown articles, with what shows its state and the commands around it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('koetsu', { log: true });
  const protocol = window.createOutputChannel('koetsu protocol', { log: true });
  const started = createSession(context, { output, protocol });
  session = started;
  context.subscriptions.push(
    output,
    protocol,
    ...registerCommands(started, output),
    ...showStatus(started),
    workspace.onDidChangeConfiguration((event) => {
      if (AT_START.some((name) => event.affectsConfiguration(name))) void started.restart();
    }),
  );
  await started.start();
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await session?.stop();
}
