import { type LogOutputChannel, workspace } from 'vscode';
import { CloseAction, type ErrorHandler, LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { SELECTOR } from './articles.ts';
import type { Server } from './servers.ts';

/** A server that crashes more often than this in three minutes stays down. */
export const RESTARTS = 4;

/** Where the extension and the server write. */
export interface Channels {
  readonly output: LogOutputChannel;
  readonly protocol: LogOutputChannel;
}

/** The client writes into the log; what the user is told, the session says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A client for a server, not started. `onGivingUp`: it crashed too often and stays down. */
export function createClient(
  { module }: Server,
  { output, protocol }: Channels,
  onGivingUp: () => void,
): LanguageClient {
  // Node of the editor itself runs it: nothing else has to be installed.
  const run = { module, args: ['lsp'], transport: TransportKind.stdio };
  const client: LanguageClient = new QuietClient(
    'koetsu',
    'koetsu',
    { run, debug: run },
    {
      documentSelector: [...SELECTOR],
      outputChannel: output,
      traceOutputChannel: protocol,
      initializationOptions: settings,
      diagnosticPullOptions: { onChange: true },
      initializationFailedHandler: () => false,
      errorHandler: crashes(() => client, onGivingUp),
    },
  );
  return client;
}

/** A crash while it starts means that it cannot; later it is started again, up to a limit. */
function crashes(client: () => LanguageClient, onGivingUp: () => void): ErrorHandler {
  let usual: ErrorHandler | undefined;
  const handler = (): ErrorHandler => {
    usual ??= client().createDefaultErrorHandler(RESTARTS);
    return usual;
  };
  return {
    error: (...given) => handler().error(...given),
    closed: async () => {
      if (client().state === State.Starting) return { action: CloseAction.DoNotRestart, handled: true };
      const result = await handler().closed();
      if (result.action === CloseAction.DoNotRestart) onGivingUp();
      return { ...result, handled: true };
    },
  };
}

/** What the server takes when it connects; what can change later it asks for itself. */
function settings(): object {
  const given = workspace.getConfiguration('koetsu');
  return {
    locale: given.get('locale') || undefined,
    configPath: given.get('configPath') || undefined,
    workspaceDiagnostics: given.get('workspaceDiagnostics') === true,
  };
}
