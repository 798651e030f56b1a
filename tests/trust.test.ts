import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from './support/built.ts';
import { folderWith } from './support/folder.ts';
import { repositoryWith } from './support/repository.ts';
import { CACHE, only } from './support/run.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');
const NETWORK = ['net', 'http', 'https', 'http2', 'tls', 'dns', 'dns/promises', 'dgram', 'inspector', 'undici', 'ws'];
const SITE = {
  '.textlintrc.json': only({ 'generation-artifacts': true, 'reading-time-mismatch': true }),
  'a.md':
    '---\ntitle: 試験\nreading_time: 60\n---\n\n[リンク](https://example.com/)です。\n\n![絵](http://example.com/a.png)\n\n---END---\n',
};

/** Notes every connection, question for a name and process, in all threads, and refuses it. */
const WATCHER = `
  const { appendFileSync } = require('node:fs');
  const note = (what) => {
    appendFileSync(process.env.TRUST_LOG, what + '\\n');
    if (!what.startsWith('process git ')) throw new Error('refused: ' + what);
  };
  appendFileSync(process.env.TRUST_LOG, 'watched\\n');
  const watch = (object, names, label) => {
    for (const name of names) {
      const real = object[name];
      object[name] = function (...given) {
        // A worker thread talks to its parent by no socket; a pipe has no port.
        note(label + (typeof given[0] === 'string' ? given[0] : name) + ' ');
        return real.apply(this, given);
      };
    }
  };
  watch(require('node:net').Socket.prototype, ['connect'], 'connection ');
  watch(require('node:net').Server.prototype, ['listen'], 'server ');
  watch(require('node:dns'), ['lookup', 'resolve', 'resolve4', 'resolve6'], 'name ');
  watch(require('node:dgram'), ['createSocket'], 'datagram ');
  watch(require('node:http'), ['request', 'get'], 'http ');
  watch(require('node:https'), ['request', 'get'], 'https ');
  watch(globalThis, ['fetch'], 'fetch ');
  watch(require('node:child_process'), ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'], 'process ');
  require('node:module').syncBuiltinESMExports();
`;

/** Source files by their path. */
function sources(): ReadonlyMap<string, string> {
  const names = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return new Map(
    names.filter((name) => /\.tsx?$/.test(name)).map((name) => [name, readFileSync(join(ROOT, name), 'utf8')]),
  );
}

describe('the source', () => {
  const files = [...sources()];
  const holding = (pattern: RegExp): string[] => files.filter(([, text]) => pattern.test(text)).map(([name]) => name);

  it('knows no network, no eval, and one place that starts processes', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(holding(new RegExp(`(?:from|import\\(|require\\() ?'(?:node:)?(?:${NETWORK.join('|')})'`))).toEqual([]);
    expect(holding(/\b(?:fetch|eval)\(|new (?:WebSocket|XMLHttpRequest|EventSource|Function)\b|sendBeacon/)).toEqual(
      [],
    );
    expect(holding(/'(?:node:)?child_process'/)).toEqual(['src/cli/git.ts']);
    // The search itself finds what it looks for.
    expect(holding(/from 'node:worker_threads'/).length).toBeGreaterThan(1);
  });
});

describe('a process that is watched', () => {
  beforeAll(buildOnce);

  const environment = (root: string) => {
    const watcher = join(root, 'watcher.cjs');
    writeFileSync(watcher, WATCHER);
    return { ...process.env, KOETSU_CACHE: CACHE, TRUST_LOG: join(root, 'log'), NODE_OPTIONS: `--require ${watcher}` };
  };
  const logOf = (root: string): string[] =>
    existsSync(join(root, 'log'))
      ? readFileSync(join(root, 'log'), 'utf8')
          .split('\n')
          .filter((line) => line && line !== 'watched')
      : ['not watched'];

  it('sees what it looks for', () => {
    const root = folderWith({});
    const script = `
      const tries = [() => fetch('http://127.0.0.1:9/'), () => require('node:net').connect(9), () => require('node:child_process').exec('true')];
      for (const one of tries) try { one() } catch {}`;
    spawnSync(process.execPath, ['-e', script], { env: environment(root) });
    expect(logOf(root)).toEqual(['fetch http://127.0.0.1:9/ ', 'connection connect ', 'process true ']);
  });

  it.each([
    ['check', '.'],
    ['check', '.', '--fix', '--dry-run'],
    ['check', '.', '--fix', '--concurrency', '2', '--no-cache'],
    ['archive', '--report', 'report.html', '-f', 'sarif=out.sarif', '-f', 'markdown=out.txt'],
    ['baseline'],
    ['rules'],
    ['explain', 'broken-sentences'],
    ['init'],
  ])('koetsu %s … opens no connection and starts no process', (...argv) => {
    const root = folderWith({});
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`posts/${i}.md`, SITE['a.md']]));
    const site = folderWith(argv[0] === 'init' ? {} : { ...SITE, ...many });
    const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
      cwd: site,
      env: environment(root),
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('refused');
    expect(status).toBeLessThan(2);
    expect(logOf(root)).toEqual([]);
  });

  it('koetsu check --diff starts git alone', () => {
    const root = folderWith({});
    const repository = repositoryWith(SITE);
    repository.write({ 'b.md': SITE['a.md'] });
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'check', '--diff', 'HEAD'], {
      cwd: repository.root,
      env: environment(root),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, expect.not.stringContaining('refused')]);
    expect(new Set(logOf(root))).toEqual(new Set(['process git ']));
  });

  it.each([['lsp', '--stdio'], ['mcp']])('koetsu %s opens no connection and starts no process', async (...argv) => {
    const root = folderWith({});
    const site = folderWith(SITE);
    const server = spawn(process.execPath, [BIN, ...argv], { cwd: site, env: environment(root) });
    const answers = conversation(argv[0] === 'lsp' ? LSP(site) : MCP, argv[0] === 'lsp' ? framed : line);
    for (const message of answers) server.stdin.write(message);
    let out = '';
    await new Promise<void>((resolve) => {
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (/generation-artifacts/.test(out)) resolve();
      });
      server.on('exit', () => resolve());
    });
    server.kill();
    expect(out).toContain('generation-artifacts');
    expect(logOf(root)).toEqual([]);
  });
});

const framed = (json: string): string => `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
const line = (json: string): string => `${json}\n`;

function conversation(messages: readonly object[], write: (json: string) => string): string[] {
  return messages.map((message) => write(JSON.stringify({ jsonrpc: '2.0', ...message })));
}

const LSP = (site: string): readonly object[] => [
  {
    id: 1,
    method: 'initialize',
    params: {
      processId: null,
      capabilities: {},
      rootUri: `file://${site}`,
      workspaceFolders: [{ uri: `file://${site}`, name: 'site' }],
    },
  },
  { method: 'initialized', params: {} },
  {
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: `file://${site}/a.md`, languageId: 'markdown', version: 1, text: SITE['a.md'] } },
  },
];

const MCP: readonly object[] = [
  {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  },
  { method: 'notifications/initialized' },
  { id: 2, method: 'tools/call', params: { name: 'check_files', arguments: { paths: ['a.md'] } } },
];

describe('what is installed', () => {
  beforeAll(buildOnce);

  it('is in the package: the program, its pages, the licence', () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const names = files.map(({ path }) => path);
    const expected =
      /^(?:dist\/.+\.(?:js|d\.ts|json|css)|dist\/koetsu\.cjs|dist\/THIRD-PARTY-NOTICES\.txt|rules\/[\w-]+\/README\.md|README(?:\.ja)?\.md|LICENSE|SECURITY\.md|package\.json)$/;
    expect(names.filter((name) => !expected.test(name))).toEqual([]);
    expect(names.filter((name) => /(?:^|\/)(?:tests?|bench|fixtures)\//.test(name))).toEqual([]);
    for (const name of [
      'dist/src/cli/bin.js',
      'dist/koetsu.cjs',
      'dist/rules/index.js',
      'dist/schema.json',
      'LICENSE',
      'README.md',
    ])
      expect(names).toContain(name);
  });

  it('comes from the lock file, with allowed licences, checksums and no install scripts', () => {
    expect(execFileSync(process.execPath, [join(ROOT, 'scripts/licences.mjs')], { encoding: 'utf8' })).toContain(
      'licences allowed',
    );
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  });

  it('is installed by npm ci alone in everything that runs for us', () => {
    const runs = ['.ci/run', 'action.yml', 'scripts/action.sh', '.github/workflows/release.yml'];
    const commands = runs.flatMap(
      (name) => readFileSync(join(ROOT, name), 'utf8').match(/\bnpm (?:ci|i|install|add|update)\b/g) ?? [],
    );
    expect(commands.length).toBeGreaterThan(1);
    expect(new Set(commands)).toEqual(new Set(['npm ci']));
  });
});
