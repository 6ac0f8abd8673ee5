/** What a person at a customer is there for, and what it is called. */
export const CONTACT_ROLES = [
  { value: 'billing', label: 'Billing' },
  { value: 'payer', label: 'Payer' },
  { value: 'escalation', label: 'Escalation' },
] as const;
