import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('./linter-process.mjs', import.meta.url));

/**
 * A linter in a process of its own, so that none pays for another one's garbage: `kernel` (stock textlint's, with the preset),
 * `everything` (our engine with the configuration of the folder), `ours` (of that our rules alone) or `preset` (of ours the preset
 * alone). `lint` answers with the milliseconds that it took there, and the messages.
 */
export function startLinter(kind, cwd) {
  const child = fork(PROCESS, [kind], { cwd });
  return {
    lint: async (text) => {
      child.send(text);
      const [answer] = await once(child, 'message');
      return answer;
    },
    close: () => child.disconnect(),
  };
}
