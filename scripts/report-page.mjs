// Bundles the program and the style of the HTML report into dist/, with the licences of what is in them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { noticeOf } from './third-party.mjs';

/** Writes page.js and page.css beside the compiled generator of the report. */
export async function buildReportPage(root, target) {
  const page = join(root, 'src/report/html/page');
  const { outputFiles, metafile } = await build({
    entryPoints: { page: join(page, 'main.tsx'), style: join(page, 'style.css') },
    outdir: target,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: ['es2022', 'chrome103', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const notice = noticeOf(Object.keys(metafile.inputs), root);
  for (const { path, text } of outputFiles) {
    const isScript = path.endsWith('.js');
    // The end tag of its element must not occur in a script or a style.
    const safe = text.replaceAll(/<\/(script|style)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
    writeFileSync(join(target, isScript ? 'page.js' : 'page.css'), isScript ? `/*!\n${notice}*/\n${safe}` : safe);
  }
}
