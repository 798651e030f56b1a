// Checks that everything koetsu installs may be passed on with it, and runs nothing when it is installed: reads the lock file.
import { readFileSync } from 'node:fs';

/** Permissive ones only. A new one is a decision: add it here. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
  'CC0-1.0',
  'Python-2.0',
]);

/** Packages whose package.json names no licence, and where it stands. */
const STATED_ELSEWHERE = { format: 'MIT (Readme.md)' };

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const installed = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional);
const faults = installed.flatMap(([path, { version, license, hasInstallScript, integrity }]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const of = `${name}@${version}`;
  return [
    ...(isAllowed(license) || Object.hasOwn(STATED_ELSEWHERE, name) ? [] : [`${of}: licence ${license ?? 'unknown'}`]),
    ...(hasInstallScript ? [`${of}: runs a script when it is installed`] : []),
    ...(integrity ? [] : [`${of}: the lock file has no checksum`]),
  ];
});

for (const fault of faults) console.error(fault);
console.log(
  `${installed.length} packages that come with koetsu: ${faults.length === 0 ? 'licences allowed, checksums, no install scripts' : `${faults.length} faults`}.`,
);
process.exitCode = faults.length === 0 && installed.length > 100 ? 0 : 1;

/** «(MIT OR X)» needs one that is allowed, «A AND B» both. */
function isAllowed(license = '') {
  const bare = license.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((one) => ALLOWED.has(one.trim()));
  return bare.split(' AND ').every((one) => ALLOWED.has(one.trim()));
}
