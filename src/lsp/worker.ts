import { parentPort, workerData } from 'node:worker_threads';
import { loadTokenizer } from '../text/load-tokenizer.ts';
import { createPerform } from './perform.ts';
import type { Asked, Told } from './thread.ts';

function tell(message: Told): void {
  parentPort?.postMessage(message);
}

/** Work of the worker threads of the language server: performs one task after the other. */
export async function work(): Promise<void> {
  const { cacheDirectory } = workerData as { readonly cacheDirectory: string };
  const perform = createPerform(await loadTokenizer({ cacheDirectory }));
  parentPort?.on('message', async ({ id, task }: Asked) => {
    try {
      tell({ id, value: await perform(task) });
    } catch (error) {
      tell({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
  tell({ ready: true });
}
