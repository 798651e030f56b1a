import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Finding } from '../lint/finding.ts';
import type { Bilingual, Locale } from '../lint/mistake.ts';
import { isBlobEntry, isBlobHeader } from './blob-form.ts';
import type { Facts } from './facts.ts';
import { replacementStream } from './replacement-stream.ts';
import type { Agreement, Shard } from './shard.ts';

/** Raised whenever what stands in a blob changes its form. */
const FORMAT = 1;
const KIND = 'koetsu-blob';

/** What a blob says of itself. */
export interface BlobHeader extends Agreement {
  /** Of koetsu. */
  readonly version: string;
  /** Language of the findings. */
  readonly locale: Locale;
  /** The day that rules took for today, `YYYY-MM-DD`. */
  readonly day: string;
  readonly shard: Shard;
}

/** An article with all that was found out about it. */
export interface BlobEntry {
  /** Its place among all articles of the archive, from 0. */
  readonly index: number;
  /** Relative to the configuration, with `/`. */
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly facts?: Facts | undefined;
}

/** A blob that is being written. */
export interface BlobWriter {
  readonly write: (entry: BlobEntry) => Promise<void>;
  /** `lasting`: another day would have given the same. Rejects if the file cannot be written. */
  readonly end: (lasting: boolean) => Promise<void>;
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens a blob for the results of a shard: lines of JSON in gzip, the header first, a checksum last. Nothing stands under its
 * name before it is whole. An error of the file system comes out of `end`.
 */
export function writeBlob(file: string, header: BlobHeader): BlobWriter {
  const gzip = createGzip({ level: 6 });
  const target = replacementStream(file);
  const written = pipeline(gzip, target.stream).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const hash = createHash('sha256');
  const send = async (value: unknown): Promise<void> => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    if (gzip.destroyed || gzip.write(line)) return;
    await once(gzip, 'drain').catch(() => undefined);
  };
  let entries = 0;
  const begun = send({ kind: KIND, format: FORMAT, ...header });
  return {
    write: async (entry) => {
      await begun;
      entries += 1;
      await send(entry);
    },
    end: async (lasting) => {
      await begun;
      gzip.end(`${JSON.stringify({ entries, lasting, checksum: hash.digest('hex') })}\n`);
      const failure = await written;
      if (failure) throw failure.error;
      target.commit();
    },
    discard: async () => {
      gzip.destroy();
      await written;
      target.discard();
    },
  };
}

/** True if a file begins as a blob of any version does. Never rejects. */
export async function isBlob(file: string): Promise<boolean> {
  const lines = linesOf(file);
  try {
    const first = await lines.next();
    return !first.done && parse(first.value)?.kind === KIND;
  } catch {
    return false;
  } finally {
    await lines.return(undefined);
  }
}

/** What a whole blob holds. */
export interface BlobSurvey {
  readonly file: string;
  readonly header: BlobHeader;
  readonly entries: number;
  readonly lasting: boolean;
}

/** Reads a blob from end to end and shows every entry; what it is, or why it is no blob. Never rejects. */
export async function surveyBlob(
  file: string,
  see: (entry: BlobEntry) => void,
): Promise<BlobSurvey | { readonly reason: Bilingual }> {
  const lines = linesOf(file);
  try {
    const first = await lines.next();
    const header = readHeader(first.done ? '' : first.value);
    return 'reason' in header ? header : await surveyLines(lines, { file, header }, see);
  } catch (error) {
    return { reason: reasonOf(error) };
  } finally {
    await lines.return(undefined);
  }
}

async function surveyLines(
  lines: AsyncIterable<string>,
  { file, header }: Pick<BlobSurvey, 'file' | 'header'>,
  see: (entry: BlobEntry) => void,
): Promise<BlobSurvey | { readonly reason: Bilingual }> {
  const hash = createHash('sha256').update(`${JSON.stringify({ kind: KIND, format: FORMAT, ...header })}\n`);
  let last: string | undefined;
  let entries = 0;
  for await (const line of lines) {
    if (last !== undefined) {
      hash.update(`${last}\n`);
      const entry: unknown = JSON.parse(last);
      if (!isBlobEntry(entry)) return { reason: DAMAGED };
      see(entry);
      entries += 1;
    }
    last = line;
  }
  const end = parse(last ?? '');
  if (end?.entries !== entries || end.checksum !== hash.digest('hex')) return { reason: DAMAGED };
  return { file, header, entries, lasting: end.lasting === true };
}

/** The entries of a blob that was surveyed, in their order. */
export async function* entriesOf({ file, entries }: BlobSurvey): AsyncGenerator<BlobEntry> {
  let line = 0;
  for await (const text of linesOf(file)) {
    if (line > 0 && line <= entries) yield JSON.parse(text);
    line += 1;
  }
}

const FOREIGN: Bilingual = {
  ja: 'koetsu archive --blob のファイルではありません。',
  en: 'This is not a file of koetsu archive --blob.',
};
const DAMAGED: Bilingual = {
  ja: 'ファイルが途中で切れているか壊れています。',
  en: 'The file is cut off or damaged.',
};

function readHeader(line: string): BlobHeader | { readonly reason: Bilingual } {
  const { kind, format, ...header } = parse(line) ?? {};
  if (kind !== KIND) return { reason: FOREIGN };
  if (format === FORMAT) return isBlobHeader(header) ? header : { reason: DAMAGED };
  return {
    reason: {
      ja: `別のバージョンの koetsu（${header.version}）のファイルです。`,
      en: `The file is from another version of koetsu (${header.version}).`,
    },
  };
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): Bilingual {
  const { code = '', message = String(error) } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (message.includes('incorrect header check')) return FOREIGN;
  if (error instanceof SyntaxError || code.startsWith('Z_')) return DAMAGED;
  return { ja: `ファイルを読めません（${message}）。`, en: `The file cannot be read: ${message}` };
}

/** Only LF ends a line: JSON may hold U+2028. What stands behind the last one is a line too. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  const open: string[] = [];
  try {
    for await (const chunk of source.pipe(gunzip)) {
      const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
      open.push(first);
      for (const next of rest) {
        yield open.splice(0).join('');
        open.push(next);
      }
    }
  } finally {
    source.destroy();
  }
  const last = open.join('');
  if (last !== '') yield last;
}
