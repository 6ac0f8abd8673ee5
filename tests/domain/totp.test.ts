import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase32, toBase32 } from '@/lib/base32';
import { newRecoveryCodes, recoveryCodeHash } from '@/lib/recovery-codes';
import { newTotpSecret, stepOfCode, totpCode, totpStepAt, totpUri } from '@/lib/totp';

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const SECRET = toBase32(new TextEncoder().encode('12345678901234567890'));

test('the codes are those of RFC 6238', () => {
  const vectors = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const;
  for (const [seconds, code] of vectors) expect(totpCode(SECRET, totpStepAt(seconds * 1_000))).toBe(code);
});

test('base 32 gives back what it was given', () => {
  expect(toBase32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 40 }), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
  expect(() => fromBase32('MZXW1')).toThrow('not base 32');
});

test('a code is taken half a minute early or late, never twice, and no older one after it', () => {
  const now = 1_800_000_000_000;
  const step = totpStepAt(now);
  const taken = (at: number, lastStep = 0) => stepOfCode(SECRET, totpCode(SECRET, at), { now, lastStep });
  expect([taken(step - 2), taken(step - 1), taken(step), taken(step + 1), taken(step + 2)]).toEqual([
    null,
    step - 1,
    step,
    step + 1,
    null,
  ]);
  expect(taken(step, step)).toBeNull();
  expect(taken(step - 1, step)).toBeNull();
  expect(taken(step + 1, step)).toBe(step + 1);
  for (const wrong of ['', '12345', '1234567', 'abcdef'])
    expect(stepOfCode(SECRET, wrong, { now, lastStep: 0 })).toBeNull();
});

test('every secret is another, and an authenticator can read it', () => {
  const secrets = new Set(Array.from({ length: 50 }, newTotpSecret));
  expect(secrets.size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(totpUri('ABC', 'dana+x@example.com')).toBe(
    'otpauth://totp/Dueline%3Adana%2Bx%40example.com?secret=ABC&issuer=Dueline',
  );
});

test('recovery codes are ten, all different, and read however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect(recoveryCodeHash(code)).toMatch(/^[0-9a-f]{64}$/);
    expect(recoveryCodeHash(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(recoveryCodeHash(code));
  }
  for (const other of ['123456', '', 'abcd-efgh-ijkl', 'abcd-efgh-ijkl-mno1'])
    expect(recoveryCodeHash(other)).toBeNull();
});
