import type { InstalledMessage } from '../run-rules.ts';

/** The messages of a block, and where it stood when they were made. */
export interface Entry {
  readonly line: number;
  readonly start: number;
  readonly messages: readonly InstalledMessage[];
}

/** Messages of blocks by key, the least recently used ones forgotten. */
export interface BlockCache {
  readonly get: (key: string) => Entry | undefined;
  readonly set: (key: string, entry: Entry) => void;
}

/** An empty cache for so many blocks: an article has some 50, and an entry without messages takes about 200 bytes. */
export function blockCache(size: number): BlockCache {
  const entries = new Map<string, Entry>();
  const put = (key: string, entry: Entry): void => {
    entries.delete(key);
    entries.set(key, entry);
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry) put(key, entry);
      return entry;
    },
    set: (key, entry) => {
      put(key, entry);
      const [oldest] = entries.size > size ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
}

/** The messages of an entry for a block that stands elsewhere. */
export function messagesAt(entry: Entry, start: number, line: number): readonly InstalledMessage[] {
  const by = start - entry.start;
  return entry.messages.map((message) => moveMessage(message, by, line - entry.line));
}

/** Moves a message by characters and lines. The number in sentence-length's `Line 17 sentence length …` moves too. */
function moveMessage(message: InstalledMessage, by: number, lines: number): InstalledMessage {
  if (by === 0 && lines === 0) return message;
  const moved = ([start, end]: readonly [number, number]) => [start + by, end + by] as const;
  const { fix, suggestions } = message;
  return {
    ...message,
    message: message.message.replace(/^Line (\d+)(?= sentence length\()/, (_, line) => `Line ${Number(line) + lines}`),
    range: moved(message.range),
    ...(fix ? { fix: { ...fix, range: moved(fix.range) } } : {}),
    ...(suggestions
      ? { suggestions: suggestions.map((it) => ({ ...it, fix: { ...it.fix, range: moved(it.fix.range) } })) }
      : {}),
  };
}
