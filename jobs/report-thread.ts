// Makes one PDF in a thread of its own, so that the worker stays free to say that it lives, and can be stopped.
import { parentPort, workerData } from 'node:worker_threads';
import { AgingFile } from '@/components/pdf/aging-file';
import { ExploreFile } from '@/components/pdf/explore-file';
import { InvoicesFile } from '@/components/pdf/invoices-file';
import { renderPdf } from '@/components/pdf/render';
import { StatementsFile } from '@/components/pdf/statements-file';
import type { ReportWork, ThreadMessage } from './render-report';

const work: ReportWork = workerData;

function say(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}

const file = await renderPdf(() => {
  const { madeAt } = work;
  const told = { madeAt, onPages: (pages: number) => say({ pages }), onPage: () => say({ drawn: 1 }) };
  if (work.kind === 'aging') return AgingFile({ ...told, content: work.content });
  if (work.kind === 'explore') return ExploreFile({ ...told, content: work.content });
  if (work.kind === 'invoices') return InvoicesFile({ ...told, content: work.content });
  return StatementsFile({ ...told, content: work.content });
});
say({ file });
