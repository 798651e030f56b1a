import {
  CodeLensRefreshRequest,
  type Connection,
  type MessageType,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { Client } from './client.ts';

/** Sends diagnostics. Never rejects: a client that has left wants to know nothing. */
export function sendDiagnostics(connection: Connection, params: PublishDiagnosticsParams): void {
  void quietly(() => connection.sendDiagnostics(params));
}

/** Shows a message to the user. A notification: as a request, some clients ask for an answer in a dialogue, or know no such one. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  void quietly(() => connection.sendNotification(ShowMessageNotification.type, { type, message }));
}

/** Lets a client ask anew for what it pulls. */
export function refresh(connection: Connection, client: Client): void {
  if (client.pulls) void quietly(() => connection.languages.diagnostics.refresh());
  refreshLenses(connection, client);
}

/** Lets a client ask anew for lenses. */
export function refreshLenses(connection: Connection, { refreshesLenses }: Client): void {
  if (refreshesLenses) void quietly(() => connection.sendRequest(CodeLensRefreshRequest.type));
}

async function quietly(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch {
    // The connection is closed, or the client does not know the request.
  }
}
