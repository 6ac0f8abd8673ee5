import { expect, onTestFinished, test, vi } from 'vitest';
import { describeError, log } from '@/lib/log';

function lineOf(fields: Record<string, unknown>): string {
  const write = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => write.mockRestore());
  log('error', 'form_failed', fields);
  return String(write.mock.calls[0]?.[0]);
}

test('a log entry is one line of JSON', () => {
  const line = lineOf({ text: 'a\nb\u2028c\u001b[31mred', amount: 12n });
  for (const control of ['\n', '\u2028', '\u001b']) expect(line).not.toContain(control);
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    event: 'form_failed',
    text: 'a b c [31mred',
    amount: '12',
  });
});

test('no field that is named like a secret is written', () => {
  const line = lineOf({
    password: 'p1',
    nested: { apiKey: 'p2', cookie: 'p3', Authorization: 'p4', tokenHash: 'p5' },
  });
  expect(line).not.toMatch(/p[1-5]/);
});

test('of an error of the database its code, constraint and frames are kept, and no message', () => {
  const cause = Object.assign(new Error('duplicate key (email)=(dana@example.com)'), {
    name: 'PostgresError',
    code: '23505',
    constraint_name: 'users_email',
    detail: 'Key (email)=(dana@example.com) already exists.',
  });
  const error = new Error('Failed query: insert … params: dana@example.com\n    at dana@example.com', {
    cause,
  });
  const described = describeError(error);
  expect(described).toMatchObject({
    name: 'Error',
    cause: { name: 'PostgresError', code: '23505', constraint_name: 'users_email' },
  });
  expect(JSON.stringify(described)).not.toContain('dana@');
  expect(described.frames).not.toEqual([]);
});

test('what is thrown and is no error is described too', () => {
  expect(describeError('secret text')).toEqual({ name: 'string' });
});
