import type { MailWords } from './words';

/** English. */
export const EN: MailWords = {
  hello: (name) => `Hello ${name},`,
  regards: 'Kind regards,',
  because: (sender) => `You get this because of your account with ${sender}.`,
  orOpen: 'Or open this address:',
  labels: {
    invoice: 'Invoice',
    due: 'Due',
    open: 'Open',
    paid: 'Paid',
    left: 'Still open',
    total: 'Total',
    standing: 'Standing',
    unapplied: 'Not applied yet',
  },
  late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
  dueIn: (days) => (days === 0 ? 'due today' : days === 1 ? 'due tomorrow' : `due in ${days} days`),
  invitation: {
    subject: (sender) => `Welcome to ${sender}`,
    text: (by, sender) => `${by} invites you to ${sender}.`,
    as: {
      admin: 'You will be an administrator: you can change the books and invite others.',
      manager: 'You will be a manager: you can see and export the books.',
      customer: 'You will see what you owe, your invoices and your payments.',
    },
    owed: (amounts) => `At the moment ${amounts} is open.`,
    button: 'Accept the invitation',
    until: 'The link works once, for 7 days. You choose your own password.',
  },
  reset: {
    subject: 'Choose a new password',
    text: 'Somebody asked for a new password for your login. If it was you, choose one here.',
    button: 'Choose a new password',
    until:
      'The link works once, for 30 minutes. If it was not you, do nothing: your password stays as it is.',
  },
  address: {
    subject: 'Confirm your new e-mail address',
    text: (sender) =>
      `Somebody, we hope you, wants to sign in to ${sender} with this address. Press the button to confirm it.`,
    button: 'Use this address',
    until:
      'The link works once, for 30 minutes. If it was not you, do nothing: nobody signs in with this address.',
  },
  entry: {
    subject: 'Your sign-in link',
    text: (sender) => `Here is the link that signs you in to ${sender}.`,
    button: 'Sign in',
    until: 'The link works once, for 15 minutes. If you did not ask for it, do nothing: nobody else has it.',
  },
  test: {
    subject: (sender) => `A test mail from ${sender}`,
    text: (sender) => `This is a test. You read it, so mails from ${sender} arrive.`,
  },
  receipt: {
    subject: (amount) => `Receipt for your payment of ${amount}`,
    text: (amount, day, method) => `Thank you. We received ${amount} on ${day} (${method}).`,
    reference: (number) => `Our reference: ${number}.`,
    owed: (amount) => `On your account ${amount} is still open.`,
    credit: (amount) => `${amount} of yours is left on the account, to be used for what comes next.`,
    nothing: 'Nothing is open on your account any more.',
  },
  reminder: {
    subject: {
      before: (amount, sender) => `${amount} falls due soon, ${sender}`,
      first: (amount, sender) => `A reminder of ${amount}, ${sender}`,
      again: (amount, sender) => `${amount} is still open, ${sender}`,
      last: (amount, sender) => `Last reminder of ${amount}, ${sender}`,
    },
    text: {
      before: (amount) => `A short note: ${amount} falls due soon.`,
      first: (amount) => `${amount} of your account is open. It may have slipped through.`,
      again: (amount) => `${amount} of your account is still open. Please pay it, or tell us when you will.`,
      last: (amount) =>
        `${amount} of your account is still open after several reminders. This is the last one that comes by itself; next, somebody will call you.`,
    },
    crossed: 'If you paid in the last days, thank you: this message crossed your payment.',
    wrong: 'Something wrong? Answer this mail and we pause the reminders.',
    button: 'See what is open',
  },
  statement: {
    subject: (sender, day) => `Statement of ${sender}, ${day}`,
    text: (day, amount) => `Here is your statement of ${day}. ${amount} is open.`,
    late: (amount) => `${amount} of it is late.`,
    nothing: (day) => `Here is your statement of ${day}. Nothing is open.`,
    button: 'See your account',
  },
  invoice: {
    subject: (number, sender) => `Invoice ${number} from ${sender}`,
    text: (number, amount, day) => `Here is invoice ${number} of ${amount}, due on ${day}. It is attached.`,
    button: 'See the invoice',
  },
  changed: {
    subject: 'Your account was changed',
    text: 'This was changed:',
    what: {
      password: 'Your password',
      name: 'Your name',
      email: 'Your e-mail address',
      role: 'What you may do',
      access: 'Which books you can see',
      second_factor: 'The second factor of your sign-in',
      contacts: 'Who is written to about the account',
    },
    wrong: 'If it was not you, choose a new password now and tell us.',
  },
  closed: {
    subject: (sender) => `Your account with ${sender} is closed`,
    text: (sender) => `Your account with ${sender} was closed. You can no longer sign in.`,
    owed: (amounts) => `When it was closed, ${amounts} was open.`,
    nothing: 'Nothing was open when it was closed.',
  },
  digest: {
    subject: (day) => `Your receivables, ${day}`,
    text: (day) => `This is how things stood at the end of ${day}.`,
    owed: 'Owed to you',
    late: 'Late',
    received: 'Received that day',
    promisesDue: 'Promises due today',
    promisesBroken: 'Promises broken',
    mailsFailed: 'Mails that did not arrive',
    needPerson: 'Customers to call: all reminders are used',
    chain: (hash) => `End of the activity log: ${hash}`,
    button: 'Open Dueline',
  },
};
