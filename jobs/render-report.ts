import { Worker } from 'node:worker_threads';
import type { AgingPaper } from '@/db/queries/aging-paper';
import type { ExplorePaper } from '@/db/queries/explore-paper';
import type { InvoicePapers } from '@/db/queries/invoice-papers';
import type { StatementPapers } from '@/db/queries/statement-papers';

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

/** Memory that one file may take, in MB: a thread that needs more ends, and nothing else does. */
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
    const thread = new Worker(new URL('./report-thread.ts', import.meta.url), {
      workerData: work,
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
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
