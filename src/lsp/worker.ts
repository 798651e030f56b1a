import { constants, platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { loadTokenizer } from '../text/load-tokenizer.ts';
import { createPerform } from './perform.ts';
import type { Asked, ThreadData, Told } from './thread.ts';

function tell(message: Told): void {
  parentPort?.postMessage(message);
}

/** Work of the worker threads of the language server: performs one task after the other. */
export async function work(): Promise<void> {
  const { cacheDirectory, background } = workerData as ThreadData;
  // On Linux the priority is that of the thread; elsewhere of the whole process, which is to stay as it is.
  if (background && platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);
  const perform = createPerform(await loadTokenizer({ cacheDirectory }), cacheDirectory);
  parentPort?.on('message', async ({ id, task }: Asked) => {
    try {
      tell({ id, value: await perform(task) });
    } catch (error) {
      tell({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
  tell({ ready: true });
}
