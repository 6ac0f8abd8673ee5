import type { Actor } from '../../actor';
import type { AccountChange, ReminderStage } from '../params';

/** What is said of something in a mail: its subject, its first paragraph, and what the button says where there is one. */
interface Said {
  readonly subject: string;
  readonly text: string;
}

/** What is said of a link that lets its holder do something once. */
interface Linked {
  readonly subject: string;
  readonly text: (sender: string) => string;
  readonly button: string;
  /** For how long it works, and what to do about one that was not asked for. */
  readonly until: string;
}

/** Every word that mails say, in one language. Amounts, days and counts come in as that language writes them. */
export interface MailWords {
  readonly hello: (name: string) => string;
  readonly regards: string;
  /** Below everything: why it came. */
  readonly because: (sender: string) => string;
  readonly orOpen: string;
  readonly labels: {
    readonly invoice: string;
    readonly due: string;
    readonly open: string;
    readonly paid: string;
    readonly left: string;
    readonly total: string;
    readonly standing: string;
    readonly unapplied: string;
  };
  /** Of an invoice: "12 days late", "due today", "due in 3 days". */
  readonly late: (days: number) => string;
  readonly dueIn: (days: number) => string;
  readonly invitation: {
    readonly subject: (sender: string) => string;
    readonly text: (by: string, sender: string) => string;
    readonly as: Readonly<Record<Actor['role'], string>>;
    readonly owed: (amounts: string) => string;
    readonly button: string;
    readonly until: string;
  };
  /** Brings the link that confirms another address, and the one that signs in. */
  readonly address: Linked;
  readonly entry: Linked;
  readonly test: {
    readonly subject: (sender: string) => string;
    readonly text: (sender: string) => string;
  };
  readonly reset: Said & { readonly button: string; readonly until: string };
  readonly receipt: {
    readonly subject: (amount: string) => string;
    readonly text: (amount: string, day: string, method: string) => string;
    readonly reference: (number: string) => string;
    /** What is open on the account once the payment is in, or what of the customer's is left on it. */
    readonly owed: (amount: string) => string;
    readonly credit: (amount: string) => string;
    readonly nothing: string;
  };
  readonly reminder: {
    readonly subject: Readonly<Record<ReminderStage, (amount: string, sender: string) => string>>;
    readonly text: Readonly<Record<ReminderStage, (amount: string) => string>>;
    readonly crossed: string;
    readonly wrong: string;
    readonly button: string;
  };
  readonly statement: {
    readonly subject: (sender: string, day: string) => string;
    readonly text: (day: string, amount: string) => string;
    readonly late: (amount: string) => string;
    readonly nothing: (day: string) => string;
    readonly button: string;
  };
  readonly invoice: {
    readonly subject: (number: string, sender: string) => string;
    readonly text: (number: string, amount: string, day: string) => string;
    readonly button: string;
  };
  readonly changed: Said & {
    readonly what: Readonly<Record<AccountChange, string>>;
    readonly wrong: string;
  };
  readonly closed: {
    readonly subject: (sender: string) => string;
    readonly text: (sender: string) => string;
    readonly owed: (amounts: string) => string;
    readonly nothing: string;
  };
  readonly digest: {
    readonly subject: (day: string) => string;
    readonly text: (day: string) => string;
    readonly owed: string;
    readonly late: string;
    readonly received: string;
    readonly promisesDue: string;
    readonly promisesBroken: string;
    readonly mailsFailed: string;
    readonly needPerson: string;
    readonly chain: (hash: string) => string;
    readonly button: string;
  };
}
