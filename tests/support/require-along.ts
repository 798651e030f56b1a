import { createRequire } from 'node:module';

/** Loads a package as the package before it in the list does: the copy that npm installed for that one. */
export function requireAlong(...names: readonly [string, ...string[]]): unknown {
  let from = import.meta.url;
  for (const name of names) from = createRequire(from).resolve(name);
  return createRequire(import.meta.url)(from);
}
