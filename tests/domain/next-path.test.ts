import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPath, signInPath } from '@/lib/next-path';

test('a path of this application is kept, with its query', () => {
  for (const path of ['/', '/aging', '/customers/abc?tab=open&page=2', '/a%20b?q=%2F%2Fevil.example'])
    expect(nextPath(path)).toBe(path);
});

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  'https://evil.example/aging',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  ' /aging',
  '/aging\n',
  'aging',
  '',
])('%j leads to the start page', (wanted) => {
  expect(nextPath(wanted)).toBe('/');
});

test('nothing but text is a path', () => {
  for (const wanted of [undefined, null, 7, ['/aging'], {}]) expect(nextPath(wanted)).toBe('/');
});

test('whatever is asked for, a browser stays on this host', () => {
  const here = 'https://app.example';
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.webUrl(),
        fc.string().map((s) => `/${s}`),
      ),
      (wanted) => {
        expect(new URL(nextPath(wanted), here).origin).toBe(here);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('the way to sign in carries the way back', () => {
  expect(signInPath('/aging?asOf=2026-01-31')).toBe('/sign-in?next=%2Faging%3FasOf%3D2026-01-31');
  expect(signInPath('/')).toBe('/sign-in');
  expect(signInPath('//evil.example')).toBe('/sign-in');
});
