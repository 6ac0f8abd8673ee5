import { textOf } from './activity-fields';
import { type ActivityDeed, because, comma, customer, dayIn, document, type Word } from './activity-phrases';

/** What people of a customer do in their portal, and what staff do about it, in words. */
export const PORTAL_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  payment_started: (deed) => [
    'set out to pay',
    comma(deed.after),
    named(deed.after),
    ...customer(' for ', deed),
  ],
  payment_announced: (deed) => [
    'said that a transfer is on its way',
    comma(deed.after),
    named(deed.after),
    dayIn(deed.after, 'sentOn', ', sent '),
    ...customer(' for ', deed),
  ],
  payment_withdrawn: (deed) => [
    'gave up a payment',
    comma(deed.before),
    named(deed.before),
    ...customer(' for ', deed),
  ],
  payment_notice_linked: (deed) => [
    'found an announced transfer',
    named(deed.after),
    ' in ',
    document(deed),
    comma(deed.after),
    ...customer(' of ', deed),
  ],
  payment_dismissed: (deed) => [
    'did not find a payment',
    comma(deed.before),
    named(deed.before),
    ...customer(' of ', deed),
    because(deed.after, 'reason'),
  ],
  portal_viewed: (deed) => ['looked at the portal', ...customer(' of ', deed)],
  portal_person_removed: (deed) => [
    `took away the portal from ${textOf(deed.before, 'name') ?? 'somebody'}`,
    ...customer(' of ', deed),
  ],
  portal_person_moved: (deed) => [
    `moved the portal of ${textOf(deed.after, 'name') ?? 'somebody'} from ${textOf(deed.before, 'customer') ?? 'another customer'}`,
    ...customer(' to ', deed),
  ],
  portal_person_reset: (deed) => [
    `sent ${textOf(deed.after, 'name') ?? 'somebody'} a link for a new password`,
    ...customer(' of ', deed),
  ],
  account_closed: (deed) => ['closed the account', ...customer(' of ', deed)],
  card_gateway_changed: ({ after }) => [
    textOf(after, 'keyEnd') === null
      ? 'took no cards any more'
      : `took cards with the key that ends in ${textOf(after, 'keyEnd')}`,
  ],
  bank_details_changed: ({ after }) => [
    textOf(after, 'bankDetails') === null
      ? 'took the bank details away'
      : 'changed the bank details that customers read',
  ],
};

function named(facts: unknown): string {
  const reference = textOf(facts, 'reference');
  return reference === null ? '' : ` (${reference})`;
}
