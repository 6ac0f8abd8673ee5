import type { NewMail } from '@/db/commands/queue-mail';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import type { MailLanguage } from '@/lib/mail/languages';
import type { MailParams } from '@/lib/mail/params';
import { owner } from '../../world';

interface Wanted {
  readonly name?: string;
  readonly address?: string;
  readonly language?: MailLanguage;
  readonly key?: string;
  readonly secret?: string;
  readonly params?: MailParams;
}

/** A mail for the outbox: a receipt to Dana unless told otherwise. */
export function receipt({
  name = 'Dana',
  address = 'dana@example.com',
  language = 'en',
  params,
  ...more
}: Wanted): NewMail {
  return {
    to: { name, address, language },
    params: params ?? {
      kind: 'receipt',
      customer: 'Acme',
      currency: 'EUR',
      amountMinor: toMinor(125_000),
      number: 'PAY-1',
      receivedOn: toPlainDate('2026-02-03'),
      method: 'Wire',
      applied: [{ number: 'INV-7', amountMinor: toMinor(125_000), openMinor: toMinor(0) }],
      unappliedMinor: toMinor(0),
      balanceMinor: toMinor(0),
    },
    ...more,
  };
}

/** The mails of a business as they stand, in the order in which they were queued. */
export function mailRows(org: string) {
  return owner<
    {
      id: string;
      state: string;
      attempts: number;
      problem: string | null;
      subject: string | null;
      html: string | null;
      plain: string | null;
      message_id: string;
      wait: number;
    }[]
  >`select id, state, attempts, problem, subject, html, plain, message_id,
    extract(epoch from send_after - now())::float8 as wait from mails where org_id = ${org} order by created_at, id`;
}
