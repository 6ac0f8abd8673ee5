import { expect, test } from 'vitest';
import { type GateRule, inTurn } from '@/lib/gate';
import { TooMany } from '@/lib/too-many';

/** Work that is under way until it is let go; `most` is how much was under way at once. */
function work() {
  const seen = { now: 0, most: 0, begun: [] as number[] };
  const ends: (() => void)[] = [];
  const begin = (which: number) => async () => {
    seen.begun.push(which);
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise<void>((resolve) => ends.push(resolve));
    seen.now -= 1;
    return which;
  };
  return { seen, begin, endOne: () => ends.shift()?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function rule(name: string): GateRule {
  return { name, atOnce: 2, waiting: 3, full: () => new TooMany('Too many.', 5) };
}

test('two are let in at once, the others in the order of asking, and whoever comes when too many wait is told so', async () => {
  const { seen, begin, endOne } = work();
  const gate = rule('two');
  const asked = [1, 2, 3, 4, 5].map((which) => inTurn(gate, begin(which)));
  await settled();
  expect(seen.begun).toEqual([1, 2]);
  await expect(inTurn(gate, begin(6))).rejects.toThrow('Too many.');
  for (let i = 0; i < 5; i += 1) {
    endOne();
    await settled();
  }
  expect(await Promise.all(asked)).toEqual([1, 2, 3, 4, 5]);
  expect(seen.begun).toEqual([1, 2, 3, 4, 5]);
  expect(seen.most).toBe(2);
});

test('work that fails gives its place to the next', async () => {
  const gate = rule('failing');
  const fail = () => inTurn(gate, () => Promise.reject(new Error('no paper')));
  const all = await Promise.allSettled([fail(), fail(), fail(), fail(), inTurn(gate, async () => 'made')]);
  expect(all.map(({ status }) => status)).toEqual([...Array(4).fill('rejected'), 'fulfilled']);
});
