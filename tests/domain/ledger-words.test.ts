import { expect, test } from 'vitest';
import type { ActivityDeed } from '@/lib/activity-phrases';
import { activitySentence } from '@/lib/activity-words';

const CUSTOMER = 'Brightwater Hotels';
const paid = { amountMinor: 25_000, currency: 'USD' };
const deed = (verb: string, more: Partial<ActivityDeed> = {}): ActivityDeed => ({
  verb,
  actorName: 'Ada',
  customer: null,
  document: null,
  before: null,
  after: null,
  ...more,
});

test.each<[string, ActivityDeed]>([
  [
    'Ada posted CM-00003, $250.00 to Brightwater Hotels',
    deed('credit_memo_posted', { customer: CUSTOMER, after: { ...paid, number: 'CM-00003' } }),
  ],
  [
    'Ada refunded RFD-00001, $250.00 to Brightwater Hotels',
    deed('refund_posted', { customer: CUSTOMER, after: { ...paid, number: 'RFD-00001' } }),
  ],
  [
    'Ada voided RFD-00001, $250.00 to Brightwater Hotels',
    deed('refund_voided', { customer: CUSTOMER, before: { ...paid, number: 'RFD-00001' } }),
  ],
  [
    'Ada charged FEE-00001, $250.00 to Brightwater Hotels',
    deed('late_fee_posted', { customer: CUSTOMER, after: { ...paid, number: 'FEE-00001' } }),
  ],
  [
    'Ada opened the account of Brightwater Hotels with OB-00001, $250.00',
    deed('opening_debit_posted', { customer: CUSTOMER, after: { ...paid, number: 'OB-00001' } }),
  ],
  [
    'Ada took CWO-00001, $250.00 of Brightwater Hotels as gain',
    deed('credit_write_off_posted', { customer: CUSTOMER, after: { ...paid, number: 'CWO-00001' } }),
  ],
  [
    'Ada wrote off WO-00001, $250.00 of Brightwater Hotels',
    deed('write_off_posted', { customer: CUSTOMER, after: { ...paid, number: 'WO-00001' } }),
  ],
  [
    'Ada recovered WO-00001, $250.00 of Brightwater Hotels',
    deed('write_off_recovered', { customer: CUSTOMER, before: { ...paid, number: 'WO-00001' } }),
  ],
  [
    'Ada transferred TRI-00001, $250.00 of Brightwater Hotels',
    deed('transfer_posted', { customer: CUSTOMER, after: { ...paid, number: 'TRI-00001' } }),
  ],
  [
    'Ada moved $250.00 from INV-00007 of Brightwater Hotels to other invoices',
    deed('allocation_moved', {
      customer: CUSTOMER,
      document: { number: 'INV-00007', currency: 'USD' },
      before: paid,
    }),
  ],
])('%s', (sentence, what) => {
  expect(activitySentence(what)).toBe(sentence);
});
