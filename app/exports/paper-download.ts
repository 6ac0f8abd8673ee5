import { notFound } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import type { PaperFile } from '@/components/pdf/paper-files';
import { type Tx, withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { isUuid } from '@/lib/uuid';
import { pdfDownload } from './pdf-download';

/** The route of a paper as PDF, for staff and for the customer whose it is: anybody else's is not there, for which `read` answers null. */
export function paperDownload(read: (tx: Tx, id: string) => Promise<PaperFile | null>) {
  return async (
    _request: Request,
    { params }: { readonly params: Promise<{ readonly id: string }> },
  ): Promise<Response> => {
    const actor = await currentActor();
    const { id } = await params;
    if (!actor || !may(actor, actor.kind === 'staff' ? 'books:read' : 'portal:read') || !isUuid(id))
      notFound();
    const paper = await withScope(actor, 'read', (tx) => read(tx, id));
    if (!paper) notFound();
    return pdfDownload(paper.name, paper.draw);
  };
}
