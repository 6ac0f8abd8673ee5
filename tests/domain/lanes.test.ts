import { expect, test } from 'vitest';
import { inLanes, oneLook } from '@/jobs/lanes';

/** Things that wait, by whose they are; each takes a moment. */
function waiting(counts: Readonly<Record<string, number>>) {
  const left = new Map(Object.entries(counts));
  const done: string[] = [];
  const doNext = async (one: string) => {
    const count = left.get(one) ?? 0;
    if (count === 0) return false;
    left.set(one, count - 1);
    await Promise.resolve();
    done.push(one);
    return true;
  };
  return { done, doNext };
}

test('everything is done, and who has little does not wait for who has much', async () => {
  const { done, doNext } = waiting({ much: 500, little: 3, none: 0 });
  expect(await inLanes(['much', 'little', 'none'], doNext, () => false)).toBe(503);
  expect(done.lastIndexOf('little')).toBeLessThan(20);
  expect(await inLanes([], doNext, () => false)).toBe(0);
});

test('a look ends when the worker is to stop', async () => {
  const { done, doNext } = waiting({ much: 500 });
  const stopping = new AbortController();
  const isOver = oneLook(stopping.signal);
  expect(isOver()).toBe(false);
  await inLanes(
    ['much'],
    async (one) => {
      if (done.length >= 10) stopping.abort();
      return doNext(one);
    },
    isOver,
  );
  expect(done.length).toBeLessThan(20);
});
