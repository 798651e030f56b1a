import { closeSync, openSync, writeSync } from 'node:fs';
import type { FileResult } from '../lint/finding.ts';
import type { Mistake } from '../lint/mistake.ts';
import { formatCompact } from '../report/compact.ts';
import { jsonEntry } from '../report/json.ts';
import { formatJsonl } from '../report/jsonl.ts';
import type { FormatName } from './format-names.ts';
import { type Output, type Shown, shownName, writeOutputs } from './formats.ts';
import type { Streams } from './streams.ts';

/** A report that is written while the results come in, file by file. */
interface Sink {
  readonly write: (result: FileResult) => Promise<void>;
  readonly end: () => Promise<readonly Mistake[]>;
}

type Send = (text: string) => Promise<void>;

/** Reports that are made file by file; byte by byte those of `koetsu check`. */
const STREAMED: Partial<
  Record<FormatName, (send: Send, cwd: string) => Omit<Sink, 'end'> & { end: () => Promise<void> }>
> = {
  json: jsonSink,
  jsonl: (send) => ({ write: (result) => send(formatJsonl([result])), end: async () => undefined }),
  compact: (send, cwd) => ({
    write: (result) => send(formatCompact([{ ...result, filePath: shownName(result.filePath, cwd) }])),
    end: async () => undefined,
  }),
};

/** Opens a report. Formats that need all results at once hold them until the end. */
export function openOutput(output: Output, shown: Shown, streams: Streams): Sink {
  const streamed = STREAMED[output.format];
  if (!streamed) return collecting(output, shown, streams);
  const target = output.file === undefined ? { send: toStdout(streams), close: () => undefined } : toFile(output.file);
  if ('mistake' in target) return { write: async () => undefined, end: async () => [target.mistake] };
  const { write, end } = streamed(target.send, streams.cwd);
  return {
    write,
    end: async () => {
      await end();
      target.close();
      return [];
    },
  };
}

function jsonSink(send: Send): { write: Sink['write']; end: () => Promise<void> } {
  let before = '[';
  return {
    write: async (result) => {
      await send(`${before}${JSON.stringify([jsonEntry(result)], null, 1).slice(1, -2)}`);
      before = ',';
    },
    end: () => send(before === '[' ? '[]\n' : '\n]\n'),
  };
}

function collecting(output: Output, shown: Shown, streams: Streams): Sink {
  const results: FileResult[] = [];
  return {
    write: async (result) => void results.push(result),
    end: async () => writeOutputs([output], results, shown, streams),
  };
}

function toStdout({ stdout }: Streams): Send {
  return async (text) => {
    // A reader that is slower than we are must not fill our memory.
    if (stdout.write(text) === false && stdout.once) {
      await new Promise<void>((resolve) => stdout.once?.('drain', () => resolve()));
    }
  };
}

function toFile(file: string): { send: Send; close: () => void } | { mistake: Mistake } {
  try {
    const descriptor = openSync(file, 'w');
    return {
      send: async (text) => void writeSync(descriptor, text),
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      mistake: {
        file,
        message: { ja: `レポートを書けません（${reason}）。`, en: `The report cannot be written: ${reason}` },
      },
    };
  }
}
