import { expect, test } from 'vitest';
import { networkOf } from '@/app/_auth/device';
import { email, nameField, newPassword } from '@/app/_auth/fields';
import { COMMON_PASSWORDS } from '@/lib/common-passwords';

const isFine = (schema: typeof newPassword, text: unknown) => schema.safeParse(text).success;

test('a password has 8 to 128 characters, counted as people see them', () => {
  expect(isFine(newPassword, 'sevench')).toBe(false);
  expect(isFine(newPassword, 'eight ch')).toBe(true);
  expect(isFine(newPassword, '🔑'.repeat(7))).toBe(false);
  expect(isFine(newPassword, '🔑'.repeat(8))).toBe(true);
  expect(isFine(newPassword, 'x'.repeat(128))).toBe(true);
  expect(isFine(newPassword, 'x'.repeat(129))).toBe(false);
});

test('common passwords are refused in any case and any width of letters', () => {
  for (const common of ['password1', 'PassWord1', 'ｐａｓｓｗｏｒｄ１', 'qwertyuiop'])
    expect(isFine(newPassword, common)).toBe(false);
});

test('the list of common passwords holds only what the length lets through, in lower case', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(200);
  for (const common of COMMON_PASSWORDS) {
    expect(common.length).toBeGreaterThanOrEqual(8);
    expect(common).toBe(common.toLowerCase());
  }
});

test('an e-mail address is made uniform, and one that could break a header is refused', () => {
  expect(email.parse('  Dana＠example.com ')).toBe('Dana@example.com');
  for (const bad of [
    'dana',
    'dana@',
    'a@b\r\nBcc: c@d.com',
    'dana@exa\u0000mple.com',
    `${'a'.repeat(250)}@b.com`,
  ])
    expect(email.safeParse(bad).success).toBe(false);
});

test('a name is one line of visible text in any script', () => {
  const name = nameField('Enter a name.');
  for (const good of ['Ines Okafor', 'Łukasz', '山田太郎', 'O’Brien & Søns'])
    expect(name.parse(good)).toBe(good);
  for (const bad of ['', '   ', 'a\nb', 'a\u202eb', 'x'.repeat(101)])
    expect(name.safeParse(bad).success).toBe(false);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  [null, 'unknown'],
])('the network of %s is %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
