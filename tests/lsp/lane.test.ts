import { describe, expect, it } from 'vitest';
import { openLane } from '../../src/lsp/lane.ts';
import type { Task } from '../../src/lsp/tasks.ts';
import type { Asked, Listener, StartThread } from '../../src/lsp/thread.ts';

const task = (folder: string): Task => ({ kind: 'config', folder });

/** A lane over threads that do what the test says, and a clock that it turns. */
function laboratory() {
  const threads: { listener: Listener; asked: Asked[]; stopped: boolean }[] = [];
  const timers: (() => void)[] = [];
  const start: StartThread = (listener) => {
    const thread = { listener, asked: [] as Asked[], stopped: false };
    threads.push(thread);
    return {
      post: (asked) => thread.asked.push(asked),
      stop: () => {
        thread.stopped = true;
      },
    };
  };
  const after = (_milliseconds: number, callback: () => void) => {
    timers.push(callback);
    return () => void timers.splice(timers.indexOf(callback), 1);
  };
  const lane = openLane({ start, clock: { now: () => new Date(), after }, timeLimit: 5000 });
  const last = () => {
    const thread = threads.at(-1);
    if (!thread) throw new Error('no thread');
    return thread;
  };
  const answer = (value: unknown) => last().listener.told({ id: last().asked.at(-1)?.id ?? -1, value });
  return { lane, threads, timers, last, answer };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('lane', () => {
  it('performs one task at a time, in order, urgent ones first', async () => {
    const { lane, last, answer } = laboratory();
    const results = [lane.run('a', task('a')), lane.run('b', task('b')), lane.run('c', task('c'), true)];
    const order: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      order.push(last().asked.at(-1)?.task);
      answer(i);
      await turn();
    }
    expect(order).toEqual([task('a'), task('c'), task('b')]);
    expect(await Promise.all(results)).toMatchObject([{ value: 0 }, { value: 2 }, { value: 1 }]);
  });

  it('lets a newer task of the same name take the place of a waiting one', async () => {
    const { lane, answer } = laboratory();
    const [first, old, newer] = [lane.run('x', task('1')), lane.run('y', task('2')), lane.run('y', task('3'))];
    expect(await old).toEqual({ kind: 'superseded' });
    answer('first');
    await turn();
    answer('newer');
    expect(await first).toEqual({ kind: 'done', value: 'first' });
    expect(await newer).toEqual({ kind: 'done', value: 'newer' });
  });

  it('tries a task again when its thread dies, once', async () => {
    const { lane, threads, last, answer } = laboratory();
    const [first, second] = [lane.run('a', task('a')), lane.run('b', task('b'))];
    last().listener.ended('out of memory');
    expect(threads).toHaveLength(2);
    last().listener.ended('out of memory');
    expect(await first).toEqual({ kind: 'failed', why: 'ended', reason: 'out of memory' });
    await turn();
    answer('b');
    expect(await second).toEqual({ kind: 'done', value: 'b' });
  });

  it('ends a thread that takes too long, its start not counted, and goes on with another', async () => {
    const { lane, threads, timers, last, answer } = laboratory();
    const [first, second] = [lane.run('a', task('a')), lane.run('b', task('b'))];
    expect(timers).toHaveLength(0);
    last().listener.told({ ready: true });
    timers[0]?.();
    expect(await first).toEqual({ kind: 'failed', why: 'time', reason: '5 s' });
    expect(threads[0]?.stopped).toBe(true);
    await turn();
    threads[0]?.listener.told({ id: 0, value: 'late' });
    answer('b');
    expect(await second).toEqual({ kind: 'done', value: 'b' });
  });

  it('runs what is under way again in a fresh thread', async () => {
    const { lane, threads, answer } = laboratory();
    const result = lane.run('a', task('a'));
    lane.restart();
    expect(threads).toHaveLength(2);
    answer('fresh');
    expect(await result).toEqual({ kind: 'done', value: 'fresh' });
  });

  it('supersedes everything when it closes', async () => {
    const { lane, last } = laboratory();
    const results = [lane.run('a', task('a')), lane.run('b', task('b'))];
    lane.close();
    results.push(lane.run('c', task('c')));
    expect(await Promise.all(results)).toEqual(Array(3).fill({ kind: 'superseded' }));
    expect(last().stopped).toBe(true);
  });
});
