// Draws the files of mails in a thread of its own.
import { parentPort } from 'node:worker_threads';
import { documentFile, type PaperFile, receiptFile, statementFile } from '@/components/pdf/paper-files';
import { renderPdf } from '@/components/pdf/render';
import { describeError, log } from '@/lib/log';
import type { FileAnswer, FileOrder, FileWork } from './draw-file';

function say(answer: FileAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer);
}

async function draw({ id, work }: FileOrder): Promise<void> {
  try {
    const { name, draw: paper } = fileOf(work);
    say({ id, drawn: { name, file: await renderPdf(paper) } });
  } catch (error) {
    log('error', 'file_not_drawn', { kind: work.kind, error: describeError(error) });
    say({ id, drawn: null });
  }
}

function fileOf(work: FileWork): PaperFile {
  if (work.kind === 'document') return documentFile(work.document, work.head, work.logo);
  if (work.kind === 'receipt') return receiptFile(work.receipt, work.head, work.logo);
  return statementFile(work.content, work.logo);
}

parentPort?.on('message', (order: FileOrder) => void draw(order));
