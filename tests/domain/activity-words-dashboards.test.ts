import { expect, test } from 'vitest';
import { activitySentence } from '@/lib/activity-words';

const BLANK = { actorName: 'Ada', customer: null, document: null, before: null, after: null };

test.each([
  ['Ada made the dashboard Month end', 'dashboard_created', {}, { name: 'Month end' }],
  ['Ada arranged the dashboard Month end', 'dashboard_arranged', {}, { name: 'Month end', layout: [] }],
  ['Ada renamed the dashboard A to B', 'dashboard_renamed', { name: 'A' }, { name: 'B' }],
  ['Ada shared the dashboard A with the business', 'dashboard_shared', {}, { name: 'A' }],
  ['Ada stopped sharing the dashboard A', 'dashboard_unshared', {}, { name: 'A' }],
  ['Ada deleted a dashboard', 'dashboard_deleted', {}, {}],
])('%s', (sentence, verb, before, after) => {
  expect(activitySentence({ ...BLANK, verb, before, after })).toBe(sentence);
});
