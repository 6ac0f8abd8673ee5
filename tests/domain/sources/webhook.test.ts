import { expect, test } from 'vitest';
import { readWebhook } from '@/lib/sources/webhook';
import { SANDBOX_SECRET, sandboxWebhook } from '@/scripts/sandbox/server';

const facts = { connectionId: 'c', objectType: 'accounting_invoice', event: 'updated', nonce: 'n-1' };

test('a webhook says which rows to ask for, and nothing else of it is believed', () => {
  const text = sandboxWebhook(facts, [
    { id: '101', total_amount: 5 },
    { id: '301', type: 'CREDITMEMO' },
  ]);
  expect(readWebhook(text, SANDBOX_SECRET)).toEqual([
    { object: 'invoice', ids: ['101'] },
    { object: 'credit_memo', ids: ['301'] },
  ]);
  const gone = sandboxWebhook({ ...facts, objectType: 'payment_payment', event: 'deleted' }, [{ id: '205' }]);
  expect(readWebhook(gone, SANDBOX_SECRET)).toEqual([{ object: 'payment', ids: ['205'] }]);
  expect(
    readWebhook(sandboxWebhook({ ...facts, objectType: 'hris_employee' }, [{ id: '1' }]), SANDBOX_SECRET),
  ).toEqual([]);
});

test('what was signed is the text as it came: texts with quotes and brackets too', () => {
  const text = sandboxWebhook(facts, [{ id: '1', notes: 'a "]" and {' }]);
  expect(readWebhook(text, SANDBOX_SECRET)).toHaveLength(1);
});

test('another secret, another byte, another nonce, no signature: none of it is a webhook', () => {
  const text = sandboxWebhook(facts, [{ id: '101' }]);
  expect(readWebhook(text, 'another secret')).toBeNull();
  expect(readWebhook(text.replace('"101"', '"102"'), SANDBOX_SECRET)).toBeNull();
  expect(readWebhook(text.replace('n-1', 'n-2'), SANDBOX_SECRET)).toBeNull();
  expect(readWebhook(text.replace(/"sig":"[^"]+"/, '"sig":""'), SANDBOX_SECRET)).toBeNull();
  for (const nonsense of ['', '{', '[]', 'null', '{"data":[', '{"nonce":"x","data":[]}'])
    expect(readWebhook(nonsense, SANDBOX_SECRET)).toBeNull();
});
