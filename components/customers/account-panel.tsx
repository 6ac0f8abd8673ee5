import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Customer } from '@/db/queries/customers';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay } from '@/lib/format';
import { termsWords } from '@/lib/terms-words';
import { LimitUse } from './limit-use';
import { Mail } from './mail';
import { RailHead } from './rail-head';

interface AccountPanelProps {
  readonly customer: Customer;
  /** What it owes in its own currency: what the credit limit is held against. */
  readonly owedMinor: Minor;
  /** The day of its first document, or the one on which it was added. */
  readonly since: PlainDate;
  readonly today: PlainDate;
  /** Where the facts are changed; null when the reader may not. */
  readonly editHref: Route | null;
  /** Who was merged into it. */
  readonly merged: readonly { readonly id: string; readonly name: string }[];
  /** What is on hold. */
  readonly children: ReactNode;
}

/** The facts of a customer's account, and how much of its credit limit is used. */
export function AccountPanel({
  customer,
  owedMinor,
  since,
  today,
  editHref,
  merged,
  children,
}: AccountPanelProps) {
  const { creditLimitMinor, currency, tags, parent } = customer;
  return (
    <section>
      <RailHead title="Account" href={editHref} label="Edit" />
      <dl className="grid grid-cols-[108px_1fr] gap-y-1.5">
        <Fact label="Code">{customer.code}</Fact>
        <Fact label="Owner">{customer.owner}</Fact>
        <Fact label="Terms">{termsWords(customer.termsDays)}</Fact>
        <Fact label="Currency">{currency}</Fact>
        <Fact label="Part of">
          {parent && (
            <Link href={`/customers/${parent.id}`} className="link">
              {parent.name}
            </Link>
          )}
        </Fact>
        <Fact label="Merged here">
          {merged.length > 0 &&
            merged.map(({ id, name }) => (
              <Link key={id} href={`/customers/${id}`} className="link block">
                {name}
              </Link>
            ))}
        </Fact>
        <Fact label="Tags">{tags.join(', ')}</Fact>
        <Fact label="E-mail">{customer.email && <Mail address={customer.email} />}</Fact>
        <Fact label="Phone">{customer.phone}</Fact>
        <Fact label="Address">
          {customer.address && <span className="whitespace-pre-line">{customer.address}</span>}
        </Fact>
        <Fact label="Portal">
          <Link href={`/customers/${customer.id}/portal`} className="link print:hidden">
            Who can sign in
          </Link>
        </Fact>
        <Fact label="Customer since">{formatDay(since, { today })}</Fact>
      </dl>
      {creditLimitMinor !== null && (
        <LimitUse limitMinor={creditLimitMinor} owedMinor={owedMinor} currency={currency} />
      )}
      {children}
    </section>
  );
}

/** Draws nothing when the fact is not known. */
function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
