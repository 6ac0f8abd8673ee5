/** What can be posted about a document from its page. */
export type SettleKind = 'write_off' | 'credit_write_off' | 'credit_memo' | 'discount' | 'refund';

/** How each is asked for: the button, the question before the document's number, what it means, and the button that does it. */
export const SETTLE_WORDS: Readonly<
  Record<
    SettleKind,
    { readonly trigger: string; readonly title: string; readonly meaning: string; readonly confirm: string }
  >
> = {
  write_off: {
    trigger: 'Write off…',
    title: 'Write off what is open of',
    meaning: 'It is owed no longer, and counts as lost. When money arrives after all, recover it.',
    confirm: 'Write it off',
  },
  credit_write_off: {
    trigger: 'Take as income…',
    title: 'Take as income what is left of',
    meaning: 'Nobody claims the money: the customer has no credit from it any more.',
    confirm: 'Take it',
  },
  credit_memo: {
    trigger: 'Credit…',
    title: 'Credit',
    meaning:
      'A credit memo lowers what is owed, and its tax in proportion. What is already paid stays on the account.',
    confirm: 'Post the credit memo',
  },
  discount: {
    trigger: 'Discount…',
    title: 'Give a discount on',
    meaning: 'It lowers what is owed, and its tax in proportion.',
    confirm: 'Give the discount',
  },
  refund: {
    trigger: 'Refund…',
    title: 'Refund what is left of',
    meaning: 'Notes that the money went back to the customer. Dueline moves no money: pay it at your bank.',
    confirm: 'Note the refund',
  },
};
