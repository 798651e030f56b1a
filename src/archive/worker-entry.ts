import { loadPart } from '../start/part.ts';

// Entry of the worker threads of a run.
const worker = await loadPart('archive-worker', () => import('./worker.ts'), { name: 'check', keeps: false });
export default worker.default;
