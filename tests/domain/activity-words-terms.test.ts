import { expect, test } from 'vitest';
import { activitySentence } from '@/lib/activity-words';

const CUSTOMER = 'Brightwater Hotels';
const facts = (number: string) => ({ number, amountMinor: 25_000, currency: 'USD' });

test.each<[string, string, object]>([
  ['discount_posted', 'Ada gave DSC-00001, $250.00 to Brightwater Hotels', { after: facts('DSC-00001') }],
  [
    'discount_voided',
    'Ada took back DSC-00001, $250.00 of Brightwater Hotels',
    { before: facts('DSC-00001') },
  ],
  ['late_fee_posted', 'Ada charged FEE-00001, $250.00 to Brightwater Hotels', { after: facts('FEE-00001') }],
  ['beneficiary_created', 'Ada added Pia for Brightwater Hotels', { after: { name: 'Pia' } }],
])('%s in words', (verb, sentence, more) => {
  const deed = { verb, actorName: 'Ada', customer: CUSTOMER, document: null, before: null, after: null };
  expect(activitySentence({ ...deed, ...more })).toBe(sentence);
});

test.each([
  ['service_created', 'Ada added Lesson to the catalogue'],
  ['service_updated', 'Ada changed Lesson in the catalogue'],
])('%s in words', (verb, sentence) => {
  const deed = { verb, actorName: 'Ada', customer: null, document: null, before: null };
  expect(activitySentence({ ...deed, after: { name: 'Lesson' } })).toBe(sentence);
});
