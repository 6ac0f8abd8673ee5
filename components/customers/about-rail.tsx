import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Customer } from '@/db/queries/customers';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney, formatPercent } from '@/lib/format';
import { initialsOf } from '@/lib/initials';
import { termsWords } from '@/lib/terms-words';

interface AboutRailProps {
  readonly customer: Customer;
  /** What it owes in its own currency: what the credit limit is held against. */
  readonly owedMinor: Minor;
  readonly timeZone: string;
  readonly today: PlainDate;
  /** Where the facts are changed; null when the reader may not. */
  readonly editHref: Route | null;
}

/** Beside the figures: the people, the account's facts, how much of the credit limit is used, and the notes. */
export function AboutRail({ customer, owedMinor, timeZone, today, editHref }: AboutRailProps) {
  const { contacts, creditLimitMinor, currency, notes, tags, parent } = customer;
  return (
    <aside
      aria-label="About this customer"
      className="flex w-[296px] shrink-0 flex-col gap-6 border-border px-5 py-5 max-xl:w-full max-xl:border-t max-md:px-4 xl:border-l"
    >
      {contacts.length > 0 && (
        <section>
          <h2 className="mb-2 text-body">People</h2>
          <ul className="flex flex-col gap-2.5">
            {contacts.map(({ id, name, title, email, phone, roles }) => (
              <li key={id} className="flex gap-2.5">
                <span aria-hidden className="av size-7! text-micro!">
                  {initialsOf(name)}
                </span>
                <div className="min-w-0">
                  <div className="leading-[18px] font-medium">{name}</div>
                  <div className="text-meta text-subtle">
                    {[title, roles.join(', ')].filter(Boolean).join(', ')}
                  </div>
                  {phone && <div className="text-meta text-subtle">{phone}</div>}
                  {email && (
                    <div className="text-meta">
                      <Mail address={email} />
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <div className="mb-2 flex items-baseline justify-between">
          <h2 className="text-body">Account</h2>
          {editHref && (
            <Link href={editHref} className="link text-meta print:hidden">
              Edit
            </Link>
          )}
        </div>
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
          <Fact label="Tags">{tags.join(', ')}</Fact>
          <Fact label="E-mail">{customer.email && <Mail address={customer.email} />}</Fact>
          <Fact label="Phone">{customer.phone}</Fact>
          <Fact label="Address">
            {customer.address && <span className="whitespace-pre-line">{customer.address}</span>}
          </Fact>
          <Fact label="Added">{formatDay(todayIn(timeZone, customer.createdAt), { today })}</Fact>
        </dl>
        {creditLimitMinor !== null && (
          <LimitUse limitMinor={creditLimitMinor} owedMinor={owedMinor} currency={currency} />
        )}
      </section>
      {notes && (
        <section>
          <h2 className="mb-2 text-body">Notes</h2>
          <p className="rounded-[9px] bg-warning-soft p-3 whitespace-pre-line">{notes}</p>
        </section>
      )}
    </aside>
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

function Mail({ address }: { readonly address: string }) {
  const [before = ''] = address.split('@');
  return (
    <a href={`mailto:${address}`} className="link font-normal! [overflow-wrap:anywhere]">
      {before}
      <wbr />
      {address.slice(before.length)}
    </a>
  );
}

interface LimitUseProps {
  readonly limitMinor: Minor;
  readonly owedMinor: Minor;
  readonly currency: string;
}

/** "Credit limit $50,000, 93% used", and a bar; from 90% on in the colour of a warning, beyond the limit in words too. */
function LimitUse({ limitMinor, owedMinor, currency }: LimitUseProps) {
  const percent = limitMinor === 0 ? null : (Math.max(0, owedMinor) / limitMinor) * 100;
  const isNear = percent === null ? owedMinor > 0 : percent >= 90;
  const words = owedMinor > limitMinor ? 'over the limit' : `${formatPercent(percent)} used`;
  return (
    <div className="mt-3">
      <div className="flex justify-between text-meta">
        <span className="text-muted-foreground">
          Credit limit <span className="fig">{formatMoney(limitMinor, currency, { cents: false })}</span>
        </span>
        <span className={`fig font-medium ${isNear ? 'text-warning' : ''}`}>{words}</span>
      </div>
      <div aria-hidden className="mt-1.5 h-1.5 overflow-hidden rounded bg-muted">
        <div
          className="h-full rounded bg-(--chart-ink)"
          style={{ width: `${Math.min(100, percent ?? (isNear ? 100 : 0))}%` }}
        />
      </div>
    </div>
  );
}
