import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { ImportTable } from '@/components/import/import-table';
import { UploadForm } from '@/components/import/upload-form';
import { Page } from '@/components/shell/page';
import { KeysetPager } from '@/components/ui/keyset-pager';
import { importCount, importList } from '@/db/queries/imports';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { MAX_FILE_BYTES, TOO_LARGE } from '@/lib/import/parse';
import { paramReader } from '@/lib/read-params';
import { withParams } from '@/lib/url';

/** Files on one page of the list. */
const PAGE = 50;

export const metadata: Metadata = { title: 'Import' };

/** Bringing customers, invoices, payments and opening balances from files, and what was brought before. */
export default async function ImportsPage({ searchParams }: PageProps<'/import'>) {
  const actor = await requireStaff('books:import');
  const { timeZone } = actor.org;
  const { read, dropped } = paramReader(await searchParams);
  const after = read('after', z.uuid(), null);
  const { rows, next, count } = await withScope(actor, 'read', async (tx) => ({
    ...(await importList(tx, { limit: PAGE, after })),
    count: await importCount(tx),
  }));
  return (
    <Page title="Import">
      <DroppedStrip names={dropped} />
      <div className="px-6 py-6 max-md:px-4">
        <UploadForm limit={MAX_FILE_BYTES} tooLarge={TOO_LARGE} />
      </div>
      {rows.length > 0 && (
        <section aria-labelledby="before" className="pb-6">
          <h2 id="before" className="px-6 pt-2 pb-2 text-section max-md:px-4">
            Files that were brought
          </h2>
          <ImportTable rows={rows} timeZone={timeZone} today={todayIn(timeZone)} />
          <KeysetPager
            shown={rows.length}
            of={formatCount(count, 'file')}
            firstHref={after === null ? null : '/import'}
            nextHref={next === null ? null : withParams('/import', {}, { after: next })}
          />
          <a href="/exports/imports" className="btn mx-6 mt-4 max-md:mx-4 max-md:h-11" download>
            <Download aria-hidden />
            List of files, CSV
          </a>
        </section>
      )}
    </Page>
  );
}
