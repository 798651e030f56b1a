// npm audit of what koetsu installs. A registry that has no such service (a mirror) is told, not taken for a clean result.
import { spawnSync } from 'node:child_process';

const { stdout, stderr, status } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=moderate', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const report = parse(stdout);
if (report?.metadata?.vulnerabilities) {
  console.log(`npm audit: ${JSON.stringify(report.metadata.vulnerabilities)}`);
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {}))
    console.log(`${severity}: ${name} ${range}`);
  process.exitCode = status === 0 ? 0 : 1;
} else if (/\b(?:404|405|501)\b|ENOAUDIT|audit endpoint returned an error/.test(`${stdout}${stderr}`)) {
  console.log('npm audit: NOT DONE, this registry has no audit service.');
} else {
  console.error(stderr || stdout);
  process.exitCode = 1;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
