import type { AgingPaper } from '@/db/queries/aging-paper';
import type { ExplorePaper } from '@/db/queries/explore-paper';
import type { InvoicePapers } from '@/db/queries/invoice-papers';
import type { StatementPapers } from '@/db/queries/statement-papers';
import { beginThread } from './begin-thread';

/** What a file is made of. */
export type ReportContent =
  | { readonly kind: 'aging'; readonly content: AgingPaper }
  | { readonly kind: 'explore'; readonly content: ExplorePaper }
  | { readonly kind: 'statements'; readonly content: StatementPapers }
  | { readonly kind: 'invoices'; readonly content: InvoicePapers };

/** What a thread is given: plain values. */
export type ReportWork = ReportContent & { readonly madeAt: Date };

/** What it says: how many pages there will be, that one is drawn, and the file. */
export type ThreadMessage =
  | { readonly pages: number }
  | { readonly drawn: 1 }
  | { readonly file: Uint8Array };

/** Memory that one file may take, in MB. */
const MOST_MEMORY_MB = 1_024;

interface Progress {
  readonly pagesDone: number;
  readonly pagesTotal: number | null;
}

/** Makes a PDF in a thread and says meanwhile how far it is. @throws Error when the thread fails or runs out of memory. */
export function renderReport(
  work: ReportWork,
  onProgress: (progress: Progress) => void,
): Promise<{ readonly file: Uint8Array; readonly pages: number }> {
  return new Promise((resolve, reject) => {
    const thread = beginThread(new URL('./report-thread.ts', import.meta.url), MOST_MEMORY_MB, {
      workerData: work,
    });
    let [pagesDone, pages] = [0, 0];
    thread.on('message', (message: ThreadMessage) => {
      if ('file' in message) return resolve({ file: message.file, pages });
      if ('pages' in message) pages = message.pages;
      else pagesDone += 1;
      onProgress({ pagesDone, pagesTotal: pages });
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The thread ended without a file.')));
  });
}
