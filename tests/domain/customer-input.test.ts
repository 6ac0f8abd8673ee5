import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCustomerInput, updateCustomerInput } from '@/app/(staff)/customers/input';

const typed = {
  name: 'Acme',
  code: '',
  currency: 'USD',
  termsDays: '30',
  creditLimit: '1,500',
  parentId: '',
  owner: '',
  tags: '',
  email: '',
  phone: '',
  address: '',
  notes: '',
};

function faults(input: z.ZodObject, values: Readonly<Record<string, unknown>>) {
  const { error } = input.safeParse(values);
  return error ? z.flattenError(error).fieldErrors : {};
}

test.each([
  ['a new customer', createCustomerInput],
  ['a change', updateCustomerInput],
])('the form of %s tells every fault at once, the credit limit among them', (_, input) => {
  const wrong = { ...typed, termsDays: '30.5', creditLimit: '1.5k', email: 'nope' };
  expect(faults(input, wrong)).toMatchObject({
    termsDays: ['Enter a number of days, such as 30.'],
    creditLimit: ['“1.5k” is not an amount in USD. Write it like 1,250.00.'],
    email: ['Enter an e-mail address such as dana@example.com.'],
  });
  expect(faults(input, { ...typed, creditLimit: '-5' })).toMatchObject({
    creditLimit: ['“-5” is below zero. Write 0, or more.'],
  });
});

test('a limit is not judged in a currency that is none, and nothing is said of one that is right or left out', () => {
  expect(faults(createCustomerInput, { ...typed, currency: 'X', creditLimit: '1.5k' })).toEqual({
    currency: ['Choose a currency.'],
  });
  expect(faults(createCustomerInput, typed)).toEqual({});
  expect(faults(createCustomerInput, { ...typed, creditLimit: '' })).toEqual({});
});
