import type { Analysis } from './analyse.ts';
import type { Service } from './service.ts';

/** So long an answer waits for the rules of other packages; then what is known without them has to do. */
const PATIENCE_MS = 300;

/** The complete analysis of the newest version, or ours alone if the rest takes long; undefined if the text changes meanwhile. */
export async function soon(
  uri: string,
  { analyses, clock }: Pick<Service, 'analyses' | 'clock'>,
): Promise<Analysis | undefined> {
  const complete = analyses.complete(uri);
  const first = await analyses.first(uri);
  if (!first) return undefined;
  let stop = (): void => undefined;
  const late = new Promise<Analysis>((resolve) => {
    stop = clock.after(PATIENCE_MS, () => resolve(first));
  });
  const analysis = await Promise.race([complete, late]);
  stop();
  return analysis;
}
