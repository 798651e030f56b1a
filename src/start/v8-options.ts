import { setFlagsFromString } from 'node:v8';

/**
 * V8's options by its major version, of Node 20 and 22; later ones (Node 24) take no longer than they need as they are.
 *
 * An optimising compiler pays for functions that are called for long. One article is over before: with the budget that such a function
 * has to use up six times as large, `koetsu check` of one post takes a fifth less CPU, of 210 posts a tenth, and the last of them
 * no more than before (measured with Node 20.20 and 22.23). Options of the garbage collector would save as much again,
 * but V8 reads them once, and ends the process if they change.
 */
const OPTIONS: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=400000',
  12: '--invocation-count-for-turbofan=20000',
};

/**
 * Tells V8 to optimise functions later, and not to drop the code of those that were not called for long: it is kept for the
 * next process (part.ts). For the whole process, at its start.
 */
export function setV8Options(): void {
  setFlagsFromString('--no-flush-bytecode');
  const option = OPTIONS[process.versions.v8.split('.')[0] ?? ''];
  if (option !== undefined) setFlagsFromString(option);
}
