import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import { mcpDeps } from '../../src/cli/mcp.ts';
import { createMcpServer } from '../../src/mcp/server.ts';
import { CACHE } from './run.ts';

/** The official client, connected to a server of this process that was started in a folder. */
export async function connectMcp(cwd: string): Promise<Client> {
  const now = new Date('2026-11-01T00:00:00Z');
  const nowhere = { write: () => true };
  const streams = {
    cwd,
    now,
    stdout: nowhere,
    stderr: nowhere,
    readStdin: async () => new Uint8Array(),
    env: { KOETSU_CACHE: CACHE },
  };
  const server = createMcpServer(
    mcpDeps({ locale: 'en' }, streams, () => now),
    'en',
  );
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1.0.0' });
  await server.connect(ours);
  await client.connect(theirs);
  onTestFinished(() => client.close());
  return client;
}
