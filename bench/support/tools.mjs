import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = join(import.meta.dirname, '../tools');

/** Installs what the bench needs beside koetsu's own dependencies, if it is not there yet. */
function install() {
  if (existsSync(join(FOLDER, 'node_modules'))) return;
  console.log('  installing bench/tools …');
  const argv = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefix', FOLDER];
  execFileSync('npm', argv, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

/** A module of bench/tools, loaded. */
export async function toolModule(name) {
  install();
  const resolved = createRequire(join(FOLDER, 'package.json')).resolve(name);
  return import(pathToFileURL(resolved).href);
}

/** The script behind a command of bench/tools. */
export function toolScript(name) {
  install();
  const { bin } = manifestOf(name);
  return join(FOLDER, 'node_modules', name, typeof bin === 'string' ? bin : Object.values(bin)[0]);
}

/** The version of a package of bench/tools. */
export function toolVersion(name) {
  return manifestOf(name).version;
}

function manifestOf(name) {
  return JSON.parse(readFileSync(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8'));
}
