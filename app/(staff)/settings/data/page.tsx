import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { ImportTable } from '@/components/import/import-table';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { ButtonLink } from '@/components/ui/button';
import { importList } from '@/db/queries/imports';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { RemoveSample } from './remove-sample';

export const metadata: Metadata = { title: 'Settings: data' };

const DOWNLOADS = [
  { label: 'Aging report as of today, CSV', href: '/exports/aging' },
  { label: 'Open items as of today, CSV', href: '/exports/aging?detail=items' },
] as const;
/** Imports shown here; the import page has the others. */
const LATEST = 5;

/** What goes out of the books and what came in. */
export default async function DataPage() {
  const actor = await requireStaff('books:export');
  const mayImport = may(actor, 'books:import');
  const { timeZone, isSample, name } = actor.org;
  const imports = mayImport
    ? await withScope(actor, 'read', async (tx) => (await importList(tx, { limit: LATEST })).rows)
    : [];
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="downloads"
        title="Downloads"
        words="The figures of the pages, to work with elsewhere."
      >
        <ul className="flex flex-wrap gap-2">
          {DOWNLOADS.map(({ label, href }) => (
            <li key={href}>
              <a href={href} className="btn max-md:h-11" download>
                <Download aria-hidden />
                {label}
              </a>
            </li>
          ))}
        </ul>
      </SettingsSection>
      {may(actor, 'organization:manage') && (
        <SettingsSection
          id="everything"
          title="Everything"
          words="All books as a zip of CSV files, of one moment: customers, documents, payments, what was applied, activity, settings. Your data are yours. That it was taken is noted in the activity."
        >
          <a href="/exports/everything" className="btn self-start max-md:h-11" download>
            <Download aria-hidden />
            Everything, zip of CSV
          </a>
        </SettingsSection>
      )}
      {mayImport && (
        <SettingsSection
          id="imports"
          title="Imports"
          words={
            imports.length > 0
              ? 'The latest files that somebody brought, and what became of them.'
              : 'Customers, invoices, payments and opening balances come in from CSV files.'
          }
        >
          {imports.length > 0 && (
            <div className="panel mb-4 overflow-hidden">
              <ImportTable rows={imports} timeZone={timeZone} today={todayIn(timeZone)} />
            </div>
          )}
          <ButtonLink href="/import" className="self-start max-md:h-11">
            {imports.length > 0 ? 'All imports, and another file' : 'Import a file'}
          </ButtonLink>
        </SettingsSection>
      )}
      {may(actor, 'organization:manage') && isSample && (
        <SettingsSection id="sample" title="Sample data" words="These books are made up, to look around in.">
          <RemoveSample name={name} requestId={uuid7()} />
        </SettingsSection>
      )}
    </SettingsPage>
  );
}
