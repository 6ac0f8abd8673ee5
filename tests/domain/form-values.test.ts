import { expect, test } from 'vitest';
import { z } from 'zod';
import { formValues, isListed, retypable } from '@/app/_actions/form-values';
import { paramReader } from '@/lib/read-params';

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test('a form is read by name: one text, or a list for a name that comes again', () => {
  const values = formValues(form(['name', 'Ada'], ['line', '1'], ['line', '2'], ['$ACTION_REF_1', '']));
  expect(values).toEqual({ name: 'Ada', line: ['1', '2'] });
});

test('a name that the schema does not list is noticed, also one that every object has', () => {
  const schema = z.object({ name: z.string(), note: z.string().optional() });
  expect(isListed(formValues(form(['name', 'Ada'])), schema)).toBe(true);
  for (const name of ['orgId', 'constructor', '__proto__', 'toString'])
    expect(isListed(formValues(form(['name', 'Ada'], [name, 'x'])), schema)).toBe(false);
});

test('a password is never handed back to be shown again', () => {
  const values = formValues(
    form(['email', 'a@b.example'], ['password', 'p'], ['newPassword', 'p'], ['x', '1'], ['x', '2']),
  );
  expect(retypable(values)).toEqual({ email: 'a@b.example' });
});

test('U+0000 is left out of what was typed, and a parameter of an address that has it is dropped', () => {
  expect(formValues(form(['name', 'A\0da'], ['line', '\0'], ['line', 'x']))).toEqual({
    name: 'Ada',
    line: ['', 'x'],
  });
  const { read, dropped } = paramReader({ q: 'a\0b', page: '2' });
  expect([read('q', z.string(), ''), read('page', z.string(), ''), dropped]).toEqual(['', '2', ['q']]);
});
