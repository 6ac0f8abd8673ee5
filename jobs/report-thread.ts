// Makes one PDF in a thread of its own, so that the worker stays free to say that it lives, and can be stopped.
import { parentPort, workerData } from 'node:worker_threads';
import { AgingFile } from '@/components/pdf/aging-file';
import { renderPdf } from '@/components/pdf/render';
import type { ReportWork, ThreadMessage } from './render-report';

const { content, madeAt }: ReportWork = workerData;

function say(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}

const file = await renderPdf(() =>
  AgingFile({ content, madeAt, onPages: (pages) => say({ pages }), onPage: () => say({ drawn: 1 }) }),
);
say({ file });
