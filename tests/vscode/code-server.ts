import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { CACHE } from '../support/run.ts';

/** VS Code 1.139 as a server for browsers, and the Node that it needs. */
const PACKAGES = ['node@24', 'code-server@4.139.1'] as const;
const HOME =
  process.env.KOETSU_TEST_CODE_SERVER ??
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'koetsu-test', 'code-server-4.139.1');
const BIN = join(HOME, 'node_modules/.bin');

/** Some of its modules are compiled while it is installed: that needs a C++ compiler and the header files of Kerberos. */
const INSTALL_MS = 14 * 60_000;

/** What npm says of a registry or a server of headers that it cannot reach. */
const UNREACHABLE =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNRESET|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|E40[34]|E5\d\d|EINTEGRITY)\b/;

/**
 * Installs VS Code unless it is there. Undefined if it can run here, else why it cannot be downloaded. Where the editors are
 * required (KOETSU_EDITORS), whatever else goes wrong is thrown.
 */
export function installCodeServer(): string | undefined {
  if (answers()) return undefined;
  try {
    mkdirSync(HOME, { recursive: true });
    writeFileSync(join(HOME, 'package.json'), '{ "private": true }\n');
    for (const name of PACKAGES) {
      const npm = ['install', '--no-audit', '--no-fund', '--no-update-notifier', '--fetch-retries', '1', name];
      execFileSync('npm', npm, { cwd: HOME, stdio: 'pipe', timeout: INSTALL_MS, env: environment() });
    }
  } catch (error) {
    const reason = `code-server cannot be installed: ${String(error).split('\n').slice(0, 12).join(' ')}`;
    if (process.env.KOETSU_EDITORS === 'required' && !UNREACHABLE.test(String(error))) throw new Error(reason);
    return reason;
  }
  if (answers()) return undefined;
  throw new Error('code-server is installed, but does not answer');
}

function answers(): boolean {
  if (!existsSync(join(BIN, 'code-server'))) return false;
  try {
    // The first time it says before that it wrote a configuration.
    const said = execFileSync(join(BIN, 'code-server'), ['--version'], { encoding: 'utf8', env: environment() });
    return /^4\.\d+\.\d+ /m.test(said);
  } catch {
    return false;
  }
}

/** Its own Node comes first, and nothing that another npm says of itself: `npm run` does. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return { ...Object.fromEntries(own), PATH: `${BIN}${delimiter}${process.env.PATH}` };
}

export interface Running {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => void;
}

/** Installs an extension and serves a site with it; what VS Code writes goes into `home`. */
export async function startCodeServer(vsix: string, site: string, home: string, settings: object): Promise<Running> {
  mkdirSync(join(home, 'data/User'), { recursive: true });
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify(settings, null, 2));
  const folders = ['--user-data-dir', join(home, 'data'), '--extensions-dir', join(home, 'extensions')];
  const env = { ...environment(), HOME: home, KOETSU_CACHE: CACHE };
  const program = join(BIN, 'code-server');
  execFileSync(program, [...folders, '--install-extension', vsix], { env, stdio: 'pipe' });
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const server = spawn(program, [...folders, '--auth', 'none', '--bind-addr', '127.0.0.1:0', ...quiet, site], { env });
  const url = await new Promise<string>((resolve, reject) => {
    let log = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const [, address] = /HTTP server listening on (http:\S+)/.exec(log) ?? [];
      if (address) resolve(address);
    });
    server.on('exit', (code) => reject(new Error(`code-server ended with ${code}: ${log}`)));
  });
  return { url: `${url}?folder=${encodeURIComponent(site)}`, pid: server.pid ?? 0, stop: () => void server.kill() };
}
