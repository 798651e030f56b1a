import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { articleFiles } from '../archive/article-files.ts';
import { loadConfig } from '../lint/load-config.ts';
import { type Locale, succeed } from '../lint/mistake.ts';
import type { Deps } from '../mcp/deps.ts';
import { serveMcp } from '../mcp/serve.ts';
import { cacheDirectory } from '../start/cache-folder.ts';
import { loadDictionary } from '../text/tokenizer/load-dictionary.ts';
import { knownFindings, withoutKnown } from './baseline-file.ts';
import { rulePage } from './rule-page.ts';
import { EXIT, type Streams } from './streams.ts';
import { engineOptions, fileSource, loadTools } from './tools.ts';

/** Seconds for one article: clients wait a minute for an answer. */
const TIME_LIMIT = 20;

export interface McpOptions {
  readonly config?: string;
  readonly locale?: Locale;
}

/** `koetsu mcp`: serves the Model Context Protocol over standard input and output until the client leaves. */
export async function mcp(options: McpOptions, streams: Streams): Promise<number> {
  await serveMcp(
    process.stdin,
    protocolOutput(),
    mcpDeps(options, streams, () => new Date()),
    options.locale ?? 'ja',
  );
  return EXIT.clean;
}

/** What the tools work with: the same as the commands. */
export function mcpDeps(options: McpOptions, streams: Streams, clock: () => Date): Deps {
  const { cwd, env } = streams;
  const file = options.config === undefined ? undefined : resolve(cwd, options.config);
  let dictionary: ReturnType<typeof loadDictionary> | undefined;
  const load = () => {
    dictionary ??= loadDictionary({ cacheDirectory: cacheDirectory(env) });
    dictionary.catch(() => {
      dictionary = undefined;
    });
    return dictionary;
  };
  return {
    cwd,
    loadConfig: async () => {
      const config = await loadConfig(cwd, file);
      return config.ok ? succeed({ ...config.value, locale: options.locale ?? config.value.locale }) : config;
    },
    articleFiles: (patterns) => articleFiles(patterns, cwd),
    source: fileSource,
    engine: (config, signal) => ({
      ...engineOptions(config, { timeLimit: TIME_LIMIT }, { ...streams, now: clock() }, signal),
      dictionary: load,
    }),
    tools: () => loadTools({ ...streams, now: clock() }),
    baseline: (config) => {
      const known = knownFindings(config, {}, cwd);
      return known.ok ? succeed((results) => withoutKnown(results, known.value)) : known;
    },
    rulePage,
  };
}

/** Standard output for the protocol alone: what rules of other packages print goes to standard error. */
function protocolOutput(): Writable {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return new Writable({
    write: (chunk: Uint8Array, _encoding, done) => void write(chunk, (error) => done(error)),
  });
}
