import { type Event, EventEmitter, type ExtensionContext, l10n, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { type Channels, createClient, RESTARTS } from './client.ts';
import { chooseServers, type Server } from './servers.ts';

export type ServerState =
  | { readonly kind: 'starting' | 'stopped' }
  | { readonly kind: 'running'; readonly server: Server }
  | { readonly kind: 'failed'; readonly reason: string };

/** The one server of this window, for all folders. */
export interface Session {
  readonly state: () => ServerState;
  readonly onDidChange: Event<ServerState>;
  readonly start: () => Promise<void>;
  /** Looks again which server is to be used. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Makes the session; nothing runs before `start`. A server that does not start gives way to the next one there is. */
export function createSession(context: ExtensionContext, channels: Channels): Session {
  const changed = new EventEmitter<ServerState>();
  let state: ServerState = { kind: 'stopped' };
  let client: LanguageClient | undefined;
  let turn: Promise<void> = Promise.resolve();
  context.subscriptions.push(changed);

  function become(next: ServerState): void {
    state = next;
    changed.fire(next);
  }

  function fail(reason: string): void {
    become({ kind: 'failed', reason });
    tell('error', reason, channels, session);
  }

  async function startAny(): Promise<void> {
    become({ kind: 'starting' });
    const { servers, problems } = chooseServers(context);
    const wrong = [...problems];
    for (const server of servers) {
      if (await startOne(server)) {
        if (wrong.length > 0) tell('warning', `${wrong.join(' ')} ${instead(server)}`, channels, session);
        return;
      }
      wrong.push(l10n.t('The koetsu {0} in "{1}" does not start.', server.version, server.module));
    }
    fail(wrong.join(' '));
  }

  /** True if it runs; else the log says why it does not. */
  async function startOne(server: Server): Promise<boolean> {
    channels.output.info(`koetsu ${server.version} (${server.origin}): ${server.module}`);
    const started = createClient(server, channels, () => {
      fail(l10n.t('The server of koetsu crashed {0} times in three minutes and stays down.', RESTARTS + 1));
    });
    client = started;
    try {
      await started.start();
    } catch (error) {
      channels.output.error(String(error));
      return false;
    }
    started.onDidChangeState(({ newState }) => {
      if (client !== started) return;
      if (newState === State.Running) become({ kind: 'running', server });
      if (newState === State.Starting) become({ kind: 'starting' });
    });
    become({ kind: 'running', server });
    return true;
  }

  async function stopIt(): Promise<void> {
    const stopping = client;
    client = undefined;
    become({ kind: 'stopped' });
    if (stopping?.needsStop()) await stopping.dispose();
  }

  // One after the other, however fast the user clicks.
  const inTurn = (step: () => Promise<void>) => (): Promise<void> => {
    turn = turn.then(step, step);
    return turn;
  };
  const session: Session = {
    state: () => state,
    onDidChange: changed.event,
    start: inTurn(startAny),
    restart: inTurn(() => stopIt().then(startAny)),
    stop: inTurn(stopIt),
  };
  return session;
}

function instead({ version, module }: Server): string {
  return l10n.t('The koetsu {0} in "{1}" is used instead.', version, module);
}

/** Shows a message with what can be done about it. */
function tell(kind: 'error' | 'warning', message: string, { output }: Channels, session: Session): void {
  const [restart, log] = [l10n.t('Restart the server'), l10n.t('Show the log')];
  output[kind === 'error' ? 'error' : 'warn'](message);
  const show = kind === 'error' ? window.showErrorMessage : window.showWarningMessage;
  void show(message, restart, log).then((chosen) => {
    if (chosen === restart) void session.restart();
    if (chosen === log) output.show();
  });
}
