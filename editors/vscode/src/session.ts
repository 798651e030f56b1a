// biome-ignore lint/correctness/noUndeclaredDependencies: the editor itself is this module.
import { EventEmitter, type Event, type ExtensionContext, l10n, type LogOutputChannel, window, workspace } from 'vscode';
import { CloseAction, type ErrorHandler, LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { SELECTOR } from './articles.ts';
import { chooseServers, type Server } from './servers.ts';

/** A server that crashes more often than this in three minutes stays down. */
const RESTARTS = 4;

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

interface Channels {
  readonly output: LogOutputChannel;
  readonly protocol: LogOutputChannel;
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

  async function startAny(): Promise<void> {
    become({ kind: 'starting' });
    const { servers, problems } = chooseServers(context);
    const wrong = [...problems];
    for (const server of servers) {
      const reason = await startOne(server);
      if (reason === undefined) {
        if (wrong.length > 0) warn(l10n.t('{0} The koetsu {1} in "{2}" is used.', wrong.join(' '), server.version, server.module));
        return;
      }
      wrong.push(l10n.t('The koetsu {0} in "{1}" does not start: {2}', server.version, server.module, reason));
    }
    const reason = wrong.join(' ');
    become({ kind: 'failed', reason });
    offer(window.showErrorMessage(reason, ...CHOICES()));
  }

  /** Undefined if it runs; else why it does not. */
  async function startOne(server: Server): Promise<string | undefined> {
    channels.output.info(`koetsu ${server.version} (${server.origin}): ${server.module}`);
    const started = clientFor(server, channels, () => {
      become({ kind: 'failed', reason: l10n.t('The server crashed {0} times in three minutes.', RESTARTS + 1) });
      offer(window.showErrorMessage(l10n.t('The server of koetsu crashed again and again and stays down.'), ...CHOICES()));
    });
    client = started;
    try {
      await started.start();
      started.onDidChangeState(({ newState }) => {
        if (client !== started) return;
        if (newState === State.Running) become({ kind: 'running', server });
        if (newState === State.Starting) become({ kind: 'starting' });
      });
      become({ kind: 'running', server });
      return undefined;
    } catch (error) {
      channels.output.error(String(error));
      return error instanceof Error ? error.message : String(error);
    }
  }

  async function stopIt(): Promise<void> {
    const stopping = client;
    client = undefined;
    become({ kind: 'stopped' });
    if (stopping?.needsStop()) await stopping.dispose();
  }

  function warn(message: string): void {
    channels.output.warn(message);
    offer(window.showWarningMessage(message, CHOICES()[1] ?? ''));
  }

  function offer(answer: Thenable<string | undefined>): void {
    void answer.then((chosen) => {
      const [again, show] = CHOICES();
      if (chosen === again) void session.restart();
      if (chosen === show) channels.output.show();
    });
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

const CHOICES = (): readonly string[] => [l10n.t('Restart the server'), l10n.t('Show the log')];

function clientFor(server: Server, { output, protocol }: Channels, onGivingUp: () => void): LanguageClient {
  // Node of the editor itself runs it: nothing else has to be installed.
  const run = { module: server.module, args: ['lsp'], transport: TransportKind.stdio };
  const client: LanguageClient = new LanguageClient('koetsu', 'koetsu', { run, debug: run }, {
    documentSelector: [...SELECTOR],
    outputChannel: output,
    traceOutputChannel: protocol,
    initializationOptions: settings,
    diagnosticPullOptions: { onChange: true },
    initializationFailedHandler: () => false,
    errorHandler: crashes(() => client, onGivingUp),
  });
  return client;
}

/** While it starts a crash means that it cannot; later it is started again, up to a limit. */
function crashes(client: () => LanguageClient, onGivingUp: () => void): ErrorHandler {
  let usual: ErrorHandler | undefined;
  return {
    error: (...given) => {
      usual ??= client().createDefaultErrorHandler(RESTARTS);
      return usual.error(...given);
    },
    closed: async () => {
      usual ??= client().createDefaultErrorHandler(RESTARTS);
      if (client().state === State.Starting) return { action: CloseAction.DoNotRestart, handled: true };
      const result = await usual.closed();
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
