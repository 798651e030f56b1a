import type { FileResult } from '../lint/finding.ts';
import type { Mistake } from '../lint/mistake.ts';
import { formatCompact } from '../report/compact.ts';
import { jsonEntry } from '../report/json.ts';
import { formatJsonl } from '../report/jsonl.ts';
import { safeJson } from '../report/printable.ts';
import type { FormatName } from './format-names.ts';
import { type Output, type Shown, shownName, writeOutputs } from './formats.ts';
import { openReportFile } from './report-file.ts';
import type { Streams } from './streams.ts';

/** A report that is written while the results come in, file by file. */
interface Sink {
  readonly write: (result: FileResult) => Promise<void>;
  readonly end: () => Promise<readonly Mistake[]>;
  /** Leaves nothing behind; does nothing after `end`. */
  readonly discard: () => void;
}

type Send = (text: string) => Promise<void>;

/** Reports that are made file by file; byte by byte those of `koetsu check`. */
const STREAMED: Partial<
  Record<FormatName, (send: Send, cwd: string) => Pick<Sink, 'write'> & { end: () => Promise<void> }>
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
  const file = output.file === undefined ? undefined : openReportFile(output.file);
  const { write, end } = streamed(file ? async (text) => file.send(text) : toStdout(streams), streams.cwd);
  return {
    write,
    end: async () => {
      await end();
      return file?.end() ?? [];
    },
    discard: () => file?.discard(),
  };
}

function jsonSink(send: Send): { write: Sink['write']; end: () => Promise<void> } {
  let before = '[';
  return {
    write: async (result) => {
      await send(`${before}${safeJson([jsonEntry(result)], 1).slice(1, -2)}`);
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
    discard: () => undefined,
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
