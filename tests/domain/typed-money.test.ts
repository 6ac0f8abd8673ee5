import { expect, test } from 'vitest';
import { Refusal } from '@/lib/refusal';
import { typedFee, typedMoney } from '@/lib/typed-money';

function refused(read: () => unknown): Refusal {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was read');
}

test('an amount is read as people write it, sums included', () => {
  expect(typedMoney('1,234.5', 'USD', 'amount')).toBe(123_450);
  expect(typedMoney('=1200*1.2', 'USD', 'amount')).toBe(144_000);
  expect(typedMoney('-5', 'USD', 'amount')).toBe(-500);
});

test.each([
  ['USD', '“a lot” is not an amount in USD. Write it like 1,250.00.'],
  ['JPY', '“a lot” is not an amount in JPY. Write it like 1,250.'],
  ['KWD', '“a lot” is not an amount in KWD. Write it like 1,250.000.'],
])('what is no amount is named, with one written as %s is', (currency, sentence) => {
  const refusal = refused(() => typedMoney('a lot', currency, 'fee'));
  expect(refusal.message).toBe(sentence);
  expect(refusal).toMatchObject({ code: 'invalid', field: 'fee' });
});

test('nothing typed is asked for', () => {
  expect(refused(() => typedMoney('  ', 'USD', 'amount')).message).toBe('Enter the amount.');
});

test('a limit may be zero, but neither below it nor beyond what a document can be', () => {
  expect(typedFee('0', 'USD', 'limit')).toBe(0);
  expect(refused(() => typedFee('-0.01', 'USD', 'limit')).message).toBe(
    '“-0.01” is below zero. Write 0, or more.',
  );
  expect(typedFee('900,000,000,000.00', 'USD', 'limit')).toBe(90_000_000_000_000);
  expect(refused(() => typedFee('900,000,000,000.01', 'USD', 'limit')).message).toMatch(/is too large\.$/);
});
