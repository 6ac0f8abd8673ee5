import { requireStaff } from '@/app/_auth/actor';
import { type Person, peoplePage } from '@/db/queries/people';
import { type Tx, withScope } from '@/db/scope';
import { type CsvColumn, csvFile } from '@/lib/csv';
import { todayIn } from '@/lib/domain/dates';
import { csvDownload } from '../download';

const COLUMNS: readonly CsvColumn<Person>[] = [
  { heading: 'Name', type: 'text', cell: (person) => person.name },
  { heading: 'E-mail', type: 'text', cell: (person) => person.email },
  { heading: 'Role', type: 'text', cell: (person) => person.role },
  { heading: 'Customer', type: 'text', cell: (person) => person.customer },
  { heading: 'Second factor', type: 'text', cell: (person) => (person.hasSecondFactor ? 'yes' : 'no') },
  { heading: 'Last seen', type: 'text', cell: (person) => person.seenAt?.toISOString() ?? null },
  { heading: 'Disabled', type: 'text', cell: (person) => person.disabledAt?.toISOString() ?? null },
];

/** Everybody who signs in, of the business first, as CSV. */
export async function GET(): Promise<Response> {
  const actor = await requireStaff('organization:manage');
  const people = await withScope(actor, 'read', async (tx) => [
    ...(await everybody(tx, 'staff')),
    ...(await everybody(tx, 'customer')),
  ]);
  return csvDownload(`people_${todayIn(actor.org.timeZone)}.csv`, [...csvFile(COLUMNS, people)]);
}

async function everybody(tx: Tx, side: 'staff' | 'customer'): Promise<Person[]> {
  const all: Person[] = [];
  for (let after: string | null = null; ; ) {
    const { people, nextAfter } = await peoplePage(tx, { side, q: '', after });
    all.push(...people);
    if (nextAfter === null) return all;
    after = nextAfter;
  }
}
