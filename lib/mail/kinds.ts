import type { MailKind } from './params';

/** Every template. */
export const MAIL_KINDS = [
  'invitation',
  'receipt',
  'reminder',
  'statement',
  'invoice',
  'password_reset',
  'email_change',
  'sign_in_link',
  'account_changed',
  'account_closed',
  'digest',
  'test',
] as const satisfies readonly MailKind[];

/** What each is called on screen. */
export const MAIL_KIND_NAMES: Readonly<Record<MailKind, string>> = {
  invitation: 'Invitation',
  receipt: 'Payment receipt',
  reminder: 'Reminder',
  statement: 'Statement',
  invoice: 'Invoice',
  password_reset: 'Password reset',
  email_change: 'New e-mail address',
  sign_in_link: 'Sign-in link',
  account_changed: 'Account changed',
  account_closed: 'Account closed',
  digest: 'Daily summary',
  test: 'Test mail',
};
