import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { csvDownload } from '@/app/exports/download';
import { problemsFile } from '@/lib/import/problems-file';
import { isUuid } from '@/lib/uuid';
import { importKind, readCheck } from '../read';

/** Every row of an import that cannot be imported, as CSV: row, column, value, what is wrong, what would do. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await requireStaff('books:import');
  const { id } = await params;
  if (!isUuid(id) || !(await importKind(actor, id))) notFound();
  const { plan, table } = await readCheck(actor, id);
  return csvDownload('rows-not-imported.csv', problemsFile(plan?.problems ?? table.problems));
}
