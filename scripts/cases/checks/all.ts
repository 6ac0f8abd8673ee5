import { CALCULATOR_CHECKS } from './calculators';
import type { Checks } from './check';
import { CUSTOMER_CHECKS } from './customers';
import { EXCHANGE_CHECKS } from './exchange';
import { INVOICE_CHECKS } from './invoices';
import { LIST_CHECKS } from './lists';
import { OVERDUE_CHECKS } from './overdue';
import { PAPER_CHECKS } from './papers';
import { REMINDER_CHECKS } from './reminders';
import { REPORT_CHECKS } from './reports';
import { TERMS_CHECKS } from './terms';

/** Everything that a case can look at. */
export const CHECKS: Checks = {
  ...INVOICE_CHECKS,
  ...CUSTOMER_CHECKS,
  ...PAPER_CHECKS,
  ...LIST_CHECKS,
  ...REPORT_CHECKS,
  ...REMINDER_CHECKS,
  ...EXCHANGE_CHECKS,
  ...CALCULATOR_CHECKS,
  ...TERMS_CHECKS,
  ...OVERDUE_CHECKS,
};
