import { TooMany } from '@/lib/too-many';
import { fileDownload, told } from './download';
import { pdfInTurn } from './pdf-turn';

/** A PDF for the reader to keep, made when it is its turn; 429 when too many wait for theirs. */
export async function pdfDownload(
  fileName: string,
  document: Parameters<typeof pdfInTurn>[0],
): Promise<Response> {
  try {
    return fileDownload(fileName, 'application/pdf', [await pdfInTurn(document)]);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
