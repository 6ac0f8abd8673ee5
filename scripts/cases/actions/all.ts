import type { Actions } from './action';
import { CREDIT_ACTIONS } from './credits';
import { INVOICE_ACTIONS } from './invoices';
import { PAYMENT_ACTIONS } from './payments';
import { REMINDER_ACTIONS } from './reminders';
import { SETTING_ACTIONS } from './settings';

/** Everything that a case can do. */
export const ACTIONS: Actions = {
  ...INVOICE_ACTIONS,
  ...PAYMENT_ACTIONS,
  ...CREDIT_ACTIONS,
  ...REMINDER_ACTIONS,
  ...SETTING_ACTIONS,
};
