import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { csvDownload } from '@/app/exports/download';
import { isImportKind } from '@/lib/import/fields';
import { templateFile } from '@/lib/import/template';

/** A CSV to start from: every field as a column, and two rows that show how to write them. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly kind: string }> },
): Promise<Response> {
  await requireStaff('books:import');
  const { kind } = await params;
  return isImportKind(kind) ? csvDownload(`${kind}-template.csv`, templateFile(kind)) : notFound();
}
