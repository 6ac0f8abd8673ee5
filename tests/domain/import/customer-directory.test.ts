import { expect, test } from 'vitest';
import { CustomerDirectory, type KnownCustomer } from '@/lib/import/customer-directory';

const known = (
  name: string,
  code: string | null = null,
  more: Partial<KnownCustomer> = {},
): KnownCustomer => ({
  id: `${name} ${code}`,
  name,
  code,
  currency: 'USD',
  termsDays: 30,
  isArchived: false,
  isIdle: false,
  ...more,
});

const directory = (...customers: KnownCustomer[]) => new CustomerDirectory(customers, true);
const ref = (code: string, name = '') => ({ code, name });

test('a code finds its customer, whatever name the row gives', () => {
  const books = directory(known('Acme', 'A1'), known('Bolt', 'B1'));
  expect(books.known(ref('A1', 'Bolt'))?.name).toBe('Acme');
});

test('a name finds its customer in any case and spacing; a code is tried as a name and a name as a code', () => {
  const books = directory(known('Acme  Ltd'), known('Bolt', 'B1'));
  expect(books.known(ref('', 'ACME ltd'))?.name).toBe('Acme  Ltd');
  expect(books.known(ref('acme ltd'))?.name).toBe('Acme  Ltd');
  expect(books.known(ref('', 'B1'))?.name).toBe('Bolt');
});

test('a new code with the name of a customer who has another code is somebody else', () => {
  const found = directory(known('US trust', 'T1')).resolve(ref('T2', 'US trust'), 'USD');
  expect(found).toMatchObject({ created: { code: 'T2', name: 'US trust' } });
});

test('a customer without a code is found by the name beside one code, and by no second code', () => {
  const books = directory(known('US trust'));
  expect(books.known(ref('T1', 'US trust'))?.name).toBe('US trust');
  expect(books.known(ref('T1', 'US trust'))?.name).toBe('US trust');
  expect(books.resolve(ref('T2', 'US trust'), 'USD')).toHaveProperty('created');
});

test('two customers of one name need a code', () => {
  const found = directory(known('Acme', 'A1'), known('Acme', 'A2')).resolve(ref('', 'acme'), 'USD');
  expect(found).toMatchObject({ fault: { problem: '2 customers are called acme.' } });
});

test('whoever is missing is one new customer, with the first name that the file gives', () => {
  const books = directory();
  const first = books.resolve(ref('N1'), 'CAD');
  expect(books.resolve(ref('N1', 'Newcomer'), 'USD')).toEqual(first);
  expect(first).toMatchObject({ created: { code: 'N1', name: 'Newcomer', currency: 'CAD' } });
  expect(books.resolve(ref('N1', 'Other'), 'USD')).toMatchObject({ created: { name: 'Newcomer' } });
});

test('nobody is created when that is not allowed', () => {
  const found = new CustomerDirectory([], false).resolve(ref('N1'), 'USD');
  expect(found).toMatchObject({ fault: { problem: 'There is no customer with the code N1.' } });
});

test('an archived customer is refused, unless nothing stands on it', () => {
  const books = directory(
    known('Gone', 'G', { isArchived: true }),
    known('Idle', 'I', { isArchived: true, isIdle: true }),
  );
  expect(books.resolve(ref('G'), 'USD')).toMatchObject({ fault: { problem: 'Gone is archived.' } });
  expect(books.resolve(ref('I'), 'USD')).toMatchObject({ known: { name: 'Idle' } });
});
