import 'server-only';
import { renderPdf } from '@/components/pdf/render';
import { inTurn } from '@/lib/gate';
import { TooMany } from '@/lib/too-many';

/** Each takes a whole processor while it lasts. */
const GATE = {
  name: 'pdf',
  atOnce: 2,
  waiting: 8,
  full: () => new TooMany('Several PDF files are being made at this moment. Try again in a few seconds.', 5),
};

/** Makes a PDF in this process, when it is its turn. @throws TooMany when too many wait for theirs. */
export function pdfInTurn(document: Parameters<typeof renderPdf>[0]): Promise<Uint8Array<ArrayBuffer>> {
  return inTurn(GATE, () => renderPdf(document));
}
