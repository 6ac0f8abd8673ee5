/** What a person at a customer is there for, what it is called, and what the person is mailed for it. */
export const CONTACT_ROLES = [
  { value: 'billing', label: 'Billing', gets: 'Invoices and statements' },
  { value: 'payer', label: 'Payer', gets: 'Payment reminders' },
  { value: 'escalation', label: 'Escalation', gets: 'Late reminders' },
] as const;
