import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { requireStaff } from '@/app/_auth/actor';
import { timeZones } from '@/app/(public)/choices';
import { BusinessFacts } from '@/components/settings/business-facts';
import { Page } from '@/components/shell/page';
import { apiKeyList } from '@/db/queries/api-keys';
import { organizationFacts } from '@/db/queries/organization';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { ApiKeys } from './api-keys';
import { BusinessForm } from './business-form';
import { RemoveSample } from './remove-sample';

export const metadata: Metadata = { title: 'Settings' };

const DOWNLOADS = [
  { label: 'Aging report as of today, CSV', href: '/exports/aging' },
  { label: 'Open items as of today, CSV', href: '/exports/aging?detail=items' },
] as const;

/** The business: its facts, its programs' keys, its files. A manager reads the facts. */
export default async function SettingsPage() {
  const actor = await requireStaff('books:read');
  const isAdmin = may(actor, 'organization:manage');
  const { facts, keys } = await withScope(actor, 'read', async (tx) => ({
    facts: await organizationFacts(tx),
    keys: isAdmin ? await apiKeyList(tx) : [],
  }));
  const today = todayIn(facts.timeZone);
  return (
    <Page title="Settings">
      <div className="flex max-w-[820px] flex-col gap-9 px-8 py-6 max-md:px-4">
        <Section id="business" title="Business" words={isAdmin ? null : 'An administrator can change these.'}>
          {isAdmin ? (
            <BusinessForm facts={facts} timeZones={timeZones()} today={today} requestId={uuid7()} />
          ) : (
            <BusinessFacts facts={facts} />
          )}
        </Section>
        {isAdmin && (
          <Section
            id="keys"
            title="API keys"
            words="A program signs in with a key. It is shown once, when it is made."
          >
            <p className="mb-4">
              <Link href="/api/v1/docs" className="link">
                What a program can ask for
              </Link>
            </p>
            <ApiKeys keys={keys} timeZone={facts.timeZone} today={today} />
          </Section>
        )}
        {may(actor, 'books:export') && (
          <Section id="downloads" title="Downloads" words="The figures of the pages, to work with elsewhere.">
            <ul className="flex flex-wrap gap-2">
              {DOWNLOADS.map(({ label, href }) => (
                <li key={href}>
                  <a href={href} className="btn" download>
                    <Download aria-hidden />
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {isAdmin && facts.isSample && (
          <Section id="sample" title="Sample data" words="These books are made up, to look around in.">
            <RemoveSample name={facts.name} requestId={uuid7()} />
          </Section>
        )}
      </div>
    </Page>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly words: string | null;
  readonly children: ReactNode;
}

function Section({ id, title, words, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col">
      <h2 id={id} className="text-title">
        {title}
      </h2>
      {words && <p className="text-muted-foreground">{words}</p>}
      <div className="mt-4 flex flex-col">{children}</div>
    </section>
  );
}
