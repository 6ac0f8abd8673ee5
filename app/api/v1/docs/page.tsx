import { Search } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { PREAMBLE } from '../_api/openapi';
import type { Operation } from '../_api/operation';
import { OPERATIONS } from '../_api/registry';
import { OperationEntry } from './operation-entry';
import { WebhooksSection } from './webhooks-section';

export const metadata: Metadata = { title: 'HTTP API' };

/** The reference of the HTTP interface for people, made of the operations themselves; `q` narrows it. */
export default async function DocsPage({ searchParams }: PageProps<'/api/v1/docs'>) {
  const { q } = await searchParams;
  const sought = typeof q === 'string' ? q.trim().slice(0, 100) : '';
  const found = OPERATIONS.filter((operation) => isFound(operation, sought));
  const subjects = new Map<string, Operation[]>();
  for (const operation of found)
    subjects.set(subjectOf(operation), [...(subjects.get(subjectOf(operation)) ?? []), operation]);
  return (
    <div className="mx-auto flex max-w-[1180px] gap-10 px-6 py-10 max-lg:flex-col max-md:px-4">
      <Subjects names={[...subjects.keys()]} />
      <main id="main" className="min-w-0 flex-1">
        <Introduction />
        <form role="search" className="mt-6 flex max-w-[520px] gap-2" action="/api/v1/docs">
          <Input
            name="q"
            type="search"
            defaultValue={sought}
            maxLength={100}
            aria-label="Find an operation"
            placeholder="payments, POST, void…"
          />
          <Button type="submit">
            <Search aria-hidden />
            Find
          </Button>
        </form>
        <p role="status" className="mt-2 text-meta text-muted-foreground">
          {sought ? `${found.length} of ${OPERATIONS.length} operations` : `${OPERATIONS.length} operations`}
          {sought && ' '}
          {sought && (
            <Link href="/api/v1/docs" className="link">
              Show all
            </Link>
          )}
        </p>
        {[...subjects].map(([subject, operations]) => (
          <section key={subject} aria-labelledby={subject} className="mt-10">
            <h2 id={subject} className="scroll-mt-4 text-section font-semibold">
              {subject}
            </h2>
            {operations.map((operation) => (
              <OperationEntry key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        {!sought && <WebhooksSection />}
      </main>
    </div>
  );
}

function Introduction() {
  return (
    <>
      <h1 className="text-title font-semibold">Dueline HTTP API, version 1</h1>
      <p className="mt-3 text-form">{PREAMBLE}</p>
      <p className="mt-3 text-form">
        Send a key that an administrator made under Settings:{' '}
        <code className="whitespace-nowrap">Authorization: Bearer dl_…</code>. For programs there is the same
        as {/* oxlint-disable-next-line next/no-html-link-for-pages -- a file, no page */}
        <a href="/api/v1/openapi.json" className="link">
          openapi.json
        </a>
        , which also describes <code>POST /api/v1/imports/{'{kind}'}</code> for CSV files. A typed client is
        made of it by <code>npx openapi-typescript openapi.json -o dueline.d.ts</code>, to be used with
        openapi-fetch.
      </p>
    </>
  );
}

function Subjects({ names }: { readonly names: readonly string[] }) {
  return (
    <nav
      aria-label="Subjects"
      className="sticky top-6 max-h-[calc(100vh-3rem)] w-[190px] shrink-0 self-start overflow-y-auto text-form max-lg:static max-lg:max-h-none max-lg:w-full"
    >
      <ul className="flex flex-col gap-1 max-lg:flex-row max-lg:flex-wrap max-lg:gap-x-4">
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`} className="link">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isFound({ id, method, path, summary, may }: Operation, sought: string): boolean {
  const text = `${method} /api/v1${path} ${id} ${summary} ${may}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function subjectOf({ path }: Operation): string {
  return path.split('/')[1] ?? path;
}
