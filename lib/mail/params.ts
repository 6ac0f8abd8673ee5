import type { Actor } from '../actor';
import type { PlainDate } from '../domain/dates';
import type { Minor } from '../domain/money';

/** How urgent a reminder is: nothing late yet, the first word about it, another one, the last of the policy. */
export type ReminderStage = 'before' | 'first' | 'again' | 'last';

/** What of a login, or of the account that it opens, changed. */
export type AccountChange = 'password' | 'name' | 'email' | 'role' | 'access' | 'second_factor' | 'contacts';

/** One invoice that a reminder names. */
export interface RemindedInvoice {
  readonly number: string;
  readonly currency: string;
  readonly dueOn: PlainDate;
  readonly openMinor: Minor;
  /** 0 or below: not late. */
  readonly daysPastDue: number;
}

/** An amount in a currency. */
export interface Amount {
  readonly currency: string;
  readonly amountMinor: Minor;
}

/** Lets somebody in by a link; the link itself is the mail's secret. */
interface InvitationParams {
  readonly kind: 'invitation';
  /** Who invites. */
  readonly by: string;
  readonly role: Actor['role'];
  /** What a customer's person will see as owed; empty for staff, or when nothing is. */
  readonly owed: readonly Amount[];
}

interface PasswordResetParams {
  readonly kind: 'password_reset';
}

/** Confirms that whoever reads it may sign in with the address; the link is the mail's secret. */
interface EmailChangeParams {
  readonly kind: 'email_change';
}

/** Signs its reader in; the link is the mail's secret. */
interface SignInLinkParams {
  readonly kind: 'sign_in_link';
}

/** To somebody of the business who wants to see that its mails arrive. */
interface TestParams {
  readonly kind: 'test';
}

/** A payment that arrived, what it paid, and how the account then stood; read again when it goes. */
export interface ReceiptParams extends Amount {
  readonly kind: 'receipt';
  readonly customer: string;
  readonly number: string;
  readonly receivedOn: PlainDate;
  readonly method: string;
  readonly applied: readonly {
    readonly number: string;
    readonly amountMinor: Minor;
    /** What the invoice still has open. */
    readonly openMinor: Minor;
  }[];
  /** What no invoice has taken. */
  readonly unappliedMinor: Minor;
  /** What is owed in the currency once the payment is in; below 0: what is left on the account. */
  readonly balanceMinor: Minor;
}

/** What is open, as it stood when the mail was about to go. */
export interface ReminderParams {
  readonly kind: 'reminder';
  readonly customer: string;
  /** What it notes in the ledger of what was demanded: one for each currency. */
  readonly reminderIds: readonly string[];
  readonly stage: ReminderStage;
  readonly invoices: readonly RemindedInvoice[];
  /** What somebody wrote for this one; '' for none. */
  readonly note: string;
}

/** What is owed at the end of a day; the statement itself is attached. */
interface StatementParams extends Amount {
  readonly kind: 'statement';
  readonly customer: string;
  readonly asOf: PlainDate;
  readonly lateMinor: Minor;
}

/** An invoice; it is attached. */
interface InvoiceParams extends Amount {
  readonly kind: 'invoice';
  readonly customer: string;
  readonly number: string;
  readonly dueOn: PlainDate;
  readonly openMinor: Minor;
  readonly note: string;
}

interface AccountChangedParams {
  readonly kind: 'account_changed';
  readonly name: string;
  readonly changes: readonly AccountChange[];
}

interface AccountClosedParams {
  readonly kind: 'account_closed';
  readonly name: string;
  /** What was owed when it was closed; empty when nothing was. */
  readonly owed: readonly Amount[];
  /** Whose account it was: the name, then the phone and the address that were known. */
  readonly account?: readonly string[];
}

/** The day before in figures, for staff. */
export interface DigestParams {
  readonly kind: 'digest';
  readonly day: PlainDate;
  readonly owed: readonly Amount[];
  readonly late: readonly Amount[];
  readonly received: readonly Amount[];
  readonly promisesDue: number;
  readonly promisesBroken: number;
  readonly mailsFailed: number;
  /** Customers that went through every reminder and still owe. */
  readonly needPerson: number;
  /** The end of the chain of activity, kept outside the database by being mailed. */
  readonly chain: string;
}

/** What a mail says, in plain values; its kind is its template. */
export type MailParams =
  | InvitationParams
  | PasswordResetParams
  | EmailChangeParams
  | SignInLinkParams
  | TestParams
  | ReceiptParams
  | ReminderParams
  | StatementParams
  | InvoiceParams
  | AccountChangedParams
  | AccountClosedParams
  | DigestParams;

/** A template. */
export type MailKind = MailParams['kind'];
