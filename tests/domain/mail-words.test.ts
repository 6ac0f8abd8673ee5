import { expect, test } from 'vitest';
import type { ActivityDeed } from '@/lib/activity-phrases';
import { activitySentence } from '@/lib/activity-words';

const deed = (verb: string, after: unknown, customer: string | null = null): ActivityDeed => ({
  verb,
  actorName: 'Ada',
  customer,
  document: null,
  before: null,
  after,
});

test.each<[string, ActivityDeed]>([
  [
    'Ada sent a reminder to a@b.com for Acme',
    deed('mail_queued', { kind: 'reminder', to: 'a@b.com' }, 'Acme'),
  ],
  ['Ada sent an invoice again to a@b.com', deed('mail_resent', { kind: 'invoice', to: 'a@b.com' })],
  ['Ada took back a mail to a@b.com', deed('mail_cancelled', { to: 'a@b.com' })],
  ['Ada noted that a mail to a@b.com came back', deed('mail_bounced', { to: 'a@b.com' })],
  ['Ada noted a complaint about a mail to a@b.com', deed('mail_complained', { to: 'a@b.com' })],
  ['Ada let mail go to a@b.com again', deed('address_released', { to: 'a@b.com' })],
  ['Ada asked for a new password for Max', deed('password_reset_asked', { name: 'Max' })],
])('the activity says: %s', (sentence, each) => {
  expect(activitySentence(each)).toBe(sentence);
});
