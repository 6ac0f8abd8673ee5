import type { Metadata } from 'next';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { OBJECT_WORDS } from '@/components/sync/row-words';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { liveConnection } from '@/db/queries/connection';
import { asideByReason, rowsAside } from '@/db/queries/rows-aside';
import { withScope } from '@/db/scope';
import { formatMoney } from '@/lib/format';
import { may } from '@/lib/permissions';
import { paramReader } from '@/lib/read-params';
import { REASON_NAMES, REASONS } from '@/lib/sources/reasons';
import { withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { sayCurrencies } from '../actions';
import { FixForm } from './fix-form';
import { FixRow } from './fix-row';

export const metadata: Metadata = { title: 'Set aside' };

/** Rows of the other books that are not booked for one reason, and what can be done about each. */
export default async function AsidePage({ searchParams }: PageProps<'/sync/aside'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const { read, dropped } = paramReader(params);
  const asked = read('reason', z.enum(REASON_NAMES), null);
  const after = read('after', z.string().max(300), null);
  const found = await withScope(actor, 'read', async (tx) => {
    const connection = await liveConnection(tx);
    if (!connection) return null;
    const reason = asked ?? (await asideByReason(tx, connection.id))[0]?.reason ?? null;
    return reason && { reason, ...(await rowsAside(tx, connection.id, { reason, after })) };
  });
  const reason = found?.reason ?? asked;
  const { title, hint } = reason ? REASONS[reason] : { title: 'Set aside', hint: '' };
  return (
    <Page title={title} parents={[{ label: 'Sync', href: '/sync' }]}>
      <DroppedStrip names={dropped} />
      {!found || found.rows.length === 0 ? (
        <EmptyState title="Nothing is set aside for this" tone="good" />
      ) : (
        <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
          <p className="text-muted-foreground">{hint} Every run tries these rows again.</p>
          {reason === 'no_currency' && found.rows.length > 1 && may(actor, 'organization:manage') && (
            <FixForm
              action={sayCurrencies}
              values={{}}
              requestId={uuid7()}
              field={{ name: 'currency', label: 'Currency of all of them' }}
            >
              Use it for all
            </FixForm>
          )}
          <div className="panel tbl-scroll overflow-x-auto">
            <table className="tbl">
              <caption className="sr-only">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">Row</th>
                  <th scope="col">Customer there</th>
                  <th scope="col" className="num">
                    Open there
                  </th>
                  <th scope="col">What is wrong</th>
                  <th scope="col">
                    <span className="sr-only">What to do</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row) => (
                  <tr key={`${row.object} ${row.sourceId}`}>
                    <th scope="row">
                      {OBJECT_WORDS[row.object]} {row.number ?? ''}
                      <span className="block font-normal text-meta text-subtle">{row.sourceId}</span>
                    </th>
                    <td>{row.contact ?? <span className="fig text-subtle">{row.contactId ?? '–'}</span>}</td>
                    <td className="num">
                      {row.openMinor === null || row.currency === null
                        ? '–'
                        : formatMoney(row.openMinor, row.currency)}
                    </td>
                    <td className="max-w-[320px] whitespace-normal text-muted-foreground">
                      {row.detail || title}
                    </td>
                    <td>{may(actor, 'organization:manage') && <FixRow reason={found.reason} row={row} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {found.nextAfter !== null && (
            <ButtonLink
              size="sm"
              rel="next"
              className="self-end"
              href={withParams('/sync/aside', params, { reason: found.reason, after: found.nextAfter })}
            >
              Next page
            </ButtonLink>
          )}
        </div>
      )}
    </Page>
  );
}
