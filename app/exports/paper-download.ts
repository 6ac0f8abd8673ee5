import { notFound } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import type { PaperFile } from '@/components/pdf/paper-files';
import { type Tx, withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { TooMany } from '@/lib/too-many';
import { isUuid } from '@/lib/uuid';
import { fileDownload, told } from './download';
import { pdfInTurn } from './pdf-turn';

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
    try {
      return fileDownload(paper.name, 'application/pdf', [await pdfInTurn(paper.draw)]);
    } catch (error) {
      if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
      throw error;
    }
  };
}
