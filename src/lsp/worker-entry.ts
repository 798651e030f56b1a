import { loadPart } from '../start/part.ts';

// Entry of the worker threads of the language server.
const { work } = await loadPart('lsp-worker', () => import('./worker.ts'), { name: 'lsp', keeps: false });
await work();
