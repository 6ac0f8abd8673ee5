/** Why a row is not booked: what is wrong in a few words, and who can do something about it. */
interface ReasonWords {
  readonly title: string;
  /** What makes it right. */
  readonly hint: string;
  /** `source`: to be corrected in the other books; `here`: something can be done here; `none`: it is as it should be. */
  readonly by: 'source' | 'here' | 'none';
}

/** Every reason for which a row is set aside. */
export const REASONS = {
  unreadable: words('The row cannot be read', 'Correct it in the other books.', 'source'),
  no_customer: words('It names no customer', 'Say in the other books whose it is.', 'source'),
  unknown_customer: words('Its customer is not in the other books', 'Say here who that is.', 'here'),
  customer_set_aside: words('Its customer is set aside', 'Put the customer right first.', 'here'),
  customer_archived: words('Its customer is archived here', 'Restore the customer.', 'here'),
  no_currency: words('It says no currency', 'Say it in the other books, or here.', 'here'),
  unknown_currency: words(
    'It is in a currency that does not exist',
    'Correct it in the other books.',
    'source',
  ),
  bad_amount: words('An amount cannot be read', 'Correct it in the other books.', 'source'),
  no_date: words('It has no date', 'Date it in the other books.', 'source'),
  bad_date: words('A date cannot be read', 'Correct it in the other books.', 'source'),
  no_due_date: words('It has neither due date nor terms', 'Give it a due date in the other books.', 'source'),
  due_before_date: words(
    'It is due before its own date',
    'Correct one of the two in the other books.',
    'source',
  ),
  unknown_status: words('Its status is unknown', 'Look at it in the other books.', 'source'),
  does_not_add_up: words('Total, paid and balance do not add up', 'Correct it in the other books.', 'source'),
  refunded: words('It was refunded', 'Refunds are not taken over: book the refund here by hand.', 'here'),
  unknown_paper: words('What it pays is not booked', 'Put that right first.', 'here'),
  other_customer: words("It pays another customer's paper", 'Book a transfer between the two here.', 'here'),
  other_currency: words('It pays a paper in another currency', 'Correct it in the other books.', 'source'),
  number_taken: words('Its number is in these books already', 'If both are one, void the one here.', 'here'),
  repeated_number: words(
    'Another paper has the same number',
    'Number one of them anew in the other books.',
    'source',
  ),
  period_closed: words('Its day is in a closed period', 'Open the period, or date it later.', 'here'),
  too_large: words('Its amount is larger than books can hold', 'Correct it in the other books.', 'source'),
  applied_here: words('What it pays was settled here', 'Take back what was applied here.', 'here'),
  draft: words('A draft', 'It is booked once it is sent.', 'none'),
  pending: words('Money that has not come in yet', 'It is booked once it has.', 'none'),
  failed: words('Money that never came in', 'There is nothing to book.', 'none'),
  supplier: words('A supplier, not a customer', 'There is nothing to book.', 'none'),
  bill: words('A bill that is owed to somebody else', 'There is nothing to book.', 'none'),
} as const satisfies Readonly<Record<string, ReasonWords>>;

/** One of them. */
export type Reason = keyof typeof REASONS;

/** Their names. */
export const REASON_NAMES = Object.keys(REASONS).filter(isReason);

/** Whether a text names one. */
function isReason(text: string): text is Reason {
  return text in REASONS;
}

function words(title: string, hint: string, by: ReasonWords['by']): ReasonWords {
  return { title, hint, by };
}
