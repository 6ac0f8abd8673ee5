import { expect, test } from 'vitest';
import { NAV } from '@/components/shell/nav';

test('after g, every key leads to one place', () => {
  const keys = NAV.flat().flatMap(({ key }) => key ?? []);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
