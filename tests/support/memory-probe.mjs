// Loaded into a process and its worker threads (`--expose-gc --import`): after SIGUSR2 the main thread writes a line with the bytes
// that are in use after garbage collection in all of them.
import { getHeapSnapshot } from 'node:v8';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/** So long threads that are busy may take to answer. */
const PATIENCE_MS = 3000;

const channel = new BroadcastChannel('memory');
channel.unref();

/** A snapshot begins with collecting all that there is, and gives back the room that V8 keeps for young objects; `gc()` does not. */
function used() {
  gc();
  getHeapSnapshot().destroy();
  return process.memoryUsage().heapUsed;
}

if (isMainThread) {
  process.on('SIGUSR2', () => {
    const standing = process.memoryUsage().rss;
    const heaps = { 0: used() };
    channel.onmessage = ({ data }) => {
      if (data.used !== undefined) heaps[data.thread] = data.used;
    };
    channel.postMessage({ ask: true });
    setTimeout(() => {
      const rss = process.memoryUsage().rss;
      process.stderr.write(`MEMORY ${JSON.stringify({ heaps: Object.values(heaps), rss, standing })}\n`);
    }, PATIENCE_MS);
  });
} else {
  channel.onmessage = ({ data }) => {
    if (data.ask) channel.postMessage({ thread: threadId, used: used() });
  };
}
