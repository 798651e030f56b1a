// Loaded into a process and its worker threads (`--expose-gc --import`): after SIGUSR2 the main thread writes a line with the bytes
// that are in use after garbage collection in all of them.
import { setTimeout as wait } from 'node:timers/promises';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/** Milliseconds from one collection to the next: V8 gives back the room for young objects only while little is allocated. */
const PAUSE_MS = 1500;
const COLLECTIONS = 6;

const channel = new BroadcastChannel('memory');
channel.unref();

function used() {
  gc();
  return process.memoryUsage().heapUsed;
}

if (isMainThread) {
  process.on('SIGUSR2', async () => {
    const heaps = {};
    channel.onmessage = ({ data }) => {
      if (data.used !== undefined) heaps[data.thread] = data.used;
    };
    for (let i = 0; i < COLLECTIONS; i++) {
      heaps[0] = used();
      channel.postMessage({ ask: true });
      await wait(PAUSE_MS);
    }
    const { rss } = process.memoryUsage();
    process.stderr.write(`MEMORY ${JSON.stringify({ heaps: Object.values(heaps), rss })}\n`);
  });
} else {
  channel.onmessage = ({ data }) => {
    if (data.ask) channel.postMessage({ thread: threadId, used: used() });
  };
}
