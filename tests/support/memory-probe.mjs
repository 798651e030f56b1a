// Loaded into a process and its worker threads (`--expose-gc --import`): after SIGUSR2 the main thread writes a line with the bytes
// that are in use after garbage collection in all of them.
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/** So long threads that are busy may take to answer. */
const PATIENCE_MS = 3000;

const channel = new BroadcastChannel('memory');
channel.unref();

function used() {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

if (isMainThread) {
  process.on('SIGUSR2', () => {
    const heaps = { 0: used() };
    channel.onmessage = ({ data }) => {
      if (data.used !== undefined) heaps[data.thread] = data.used;
    };
    channel.postMessage({ ask: true });
    setTimeout(() => {
      const rss = process.memoryUsage().rss;
      process.stderr.write(`MEMORY ${JSON.stringify({ heaps: Object.values(heaps), rss })}\n`);
    }, PATIENCE_MS);
  });
} else {
  channel.onmessage = ({ data }) => {
    if (data.ask) channel.postMessage({ thread: threadId, used: used() });
  };
}
