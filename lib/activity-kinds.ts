/** What the activity can be narrowed to, in the order of its list: a name in the address, words, and which verbs it means. */
export const ACTIVITY_KINDS = [
  {
    kind: 'money',
    label: 'Money',
    verbs:
      '^(invoice|credit_memo|payment|refund|write_off|credit_write_off|discount|late_fee|late_fees|opening_debit|opening_credit|transfer|allocation|credit|import)_',
  },
  {
    kind: 'sign-ins',
    label: 'Sign-ins',
    verbs: '^(signed_|sign_in_|password_|second_factor_|recovery_codes_|session_)',
  },
  {
    kind: 'exports',
    label: 'Exports',
    verbs: '^(report|data|activity|statement)_(downloaded|exported|sent)$',
  },
  {
    kind: 'mails',
    label: 'Mail and reminders',
    verbs: '^(invoice_sent|receipt_sent|mail|mails|reminder|reminders|address|user_invited|invitation)(_|$)',
  },
  { kind: 'people', label: 'People', verbs: '^(user|person|role|invitation|api_key)_' },
  {
    kind: 'settings',
    label: 'Settings',
    verbs:
      '^(organization|period|number_series|tax_rate|reminder_policy|bank_details|mail_settings|logo|exchange_rates|webhook|books|source)_',
  },
] as const satisfies readonly { kind: string; label: string; verbs: string }[];

/** One of them. */
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]['kind'];
