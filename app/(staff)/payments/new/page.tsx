import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { TableKeys } from '@/components/table-keys';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { customerOptions } from '@/db/queries/customers';
import { withScope } from '@/db/scope';

export const metadata: Metadata = { title: 'Record a payment' };

/** Whose payment is it? The customer's page then asks for the rest, with its open invoices beside it. */
export default async function NewPaymentPage({ searchParams }: PageProps<'/payments/new'>) {
  const actor = await requireStaff('books:write');
  const { q } = await searchParams;
  const wanted = [q ?? ''].flat()[0]?.trim().slice(0, 100) ?? '';
  const customers = await withScope(actor, 'read', (tx) => customerOptions(tx, wanted));
  return (
    <Page title="Record a payment" parents={[{ label: 'Payments', href: '/payments' }]}>
      <PageBody>
        <form className="flex max-w-[480px] items-end gap-2" role="search">
          <Field name="q" label="Who paid?" className="flex-1">
            {(control) => (
              <Input
                {...control}
                defaultValue={wanted}
                placeholder="Part of a name or code"
                autoFocus
                data-table-search
              />
            )}
          </Field>
          <Button type="submit">Find</Button>
        </form>
        {customers.length === 0 ? (
          <p className="mt-6 text-muted-foreground">
            {wanted ? `No customer has “${wanted}” in its name or code.` : 'There is no customer yet.'}{' '}
            <Link href="/customers/new" className="link">
              Add a customer
            </Link>
          </p>
        ) : (
          <ul className="mt-6 max-w-[480px]" aria-label="Customers">
            {customers.map(({ id, name, code }) => (
              <li key={id} data-row className="border-b border-border last:border-0">
                <Link
                  href={`/customers/${id}?pay=1`}
                  data-row-link
                  className="flex min-h-11 items-center gap-3 font-medium hover:bg-card-2"
                >
                  {name}
                  <span className="text-meta font-normal text-subtle">{code}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <TableKeys />
      </PageBody>
    </Page>
  );
}
