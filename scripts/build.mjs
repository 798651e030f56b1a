// Compiles to dist/, bundles what the commands run and the page of the HTML report, and writes the JSON Schema of the configuration beside them.
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.build.json`], {
  stdio: 'inherit',
});
const { buildReportPage } = await import('./report-page.mjs');
await buildReportPage(root, `${root}dist/src/report/html`);
const { bundle } = await import('./bundle.mjs');
await bundle(root);
chmodSync(`${root}dist/src/cli/bin.js`, 0o755);
const { configSchema } = await import('./config-schema.mjs');
writeFileSync(`${root}dist/schema.json`, `${JSON.stringify(await configSchema(), null, 2)}\n`);
