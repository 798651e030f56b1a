/** True if this code can run in worker threads: TypeScript as it is can only where Node strips the types itself. */
export const canStartWorkers: boolean =
  import.meta.url.endsWith('.js') || Boolean((process.features as { readonly typescript?: unknown }).typescript);
