import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { StatementTable } from '@/components/receipts/statement-table';
import { StatementUpload } from '@/components/receipts/statement-upload';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { statementList } from '@/db/queries/bank-statements';
import { withScope } from '@/db/scope';
import { MAX_STATEMENT_BYTES } from '@/lib/bank/statement-line';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';

export const metadata: Metadata = { title: 'Receipts' };

/** Bank statements: bringing one, and what is left to do of those that were brought. */
export default async function ReceiptsPage() {
  const actor = await requireStaff('books:read');
  const { timeZone } = actor.org;
  const rows = await withScope(actor, 'read', (tx) => statementList(tx));
  const mayImport = may(actor, 'books:import');
  return (
    <Page
      title="Receipts"
      actions={
        <ButtonLink href="/receipts/payers" size="sm" variant="ghost">
          Known payers
        </ButtonLink>
      }
    >
      {mayImport && (
        <div className="px-6 py-6 max-md:px-4">
          <StatementUpload limit={MAX_STATEMENT_BYTES} />
        </div>
      )}
      {rows.length > 0 ? (
        <section aria-labelledby="statements" className="pb-6">
          <h2 id="statements" className="px-6 pt-2 pb-2 text-section max-md:px-4">
            Statements
          </h2>
          <TableKeys />
          <StatementTable rows={rows} timeZone={timeZone} today={todayIn(timeZone)} />
        </section>
      ) : (
        !mayImport && <p className="px-6 py-6 text-muted-foreground">No statement has been brought yet.</p>
      )}
    </Page>
  );
}
