import type { Metadata } from 'next';
import { PREAMBLE } from '../_api/openapi';
import type { Operation } from '../_api/operation';
import { OPERATIONS } from '../_api/registry';
import { OperationEntry } from './operation-entry';

export const metadata: Metadata = { title: 'HTTP API' };

/** The reference of the HTTP interface for people, made of the operations themselves. */
export default function DocsPage() {
  const subjects = new Map<string, Operation[]>();
  for (const operation of OPERATIONS)
    subjects.set(subjectOf(operation), [...(subjects.get(subjectOf(operation)) ?? []), operation]);
  return (
    <main id="main" className="mx-auto max-w-[880px] px-6 py-10 max-md:px-4">
      <h1 className="text-title font-semibold">Dueline HTTP API, version 1</h1>
      <p className="mt-3 text-form">{PREAMBLE}</p>
      <p className="mt-3 text-form">
        Send a key that an administrator made under Settings:{' '}
        <code className="whitespace-nowrap">Authorization: Bearer dl_…</code>. For programs there is the same
        as {/* oxlint-disable-next-line next/no-html-link-for-pages -- a file, no page */}
        <a href="/api/v1/openapi.json" className="link">
          openapi.json
        </a>
        , which also describes <code>POST /api/v1/imports/{'{kind}'}</code> for CSV files.
      </p>
      <nav aria-label="Subjects" className="mt-6 flex flex-wrap gap-x-4 gap-y-1 text-form">
        {[...subjects.keys()].map((subject) => (
          <a key={subject} href={`#${subject}`} className="link">
            {subject}
          </a>
        ))}
      </nav>
      {[...subjects].map(([subject, operations]) => (
        <section key={subject} aria-labelledby={subject} className="mt-10">
          <h2 id={subject} className="text-section font-semibold">
            {subject}
          </h2>
          {operations.map((operation) => (
            <OperationEntry key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
    </main>
  );
}

function subjectOf({ path }: Operation): string {
  return path.split('/')[1] ?? path;
}
