import { renderToBuffer } from '@react-pdf/renderer';
import { typeIsReady } from './type';

type FileElement = Parameters<typeof renderToBuffer>[0];

/** Makes the file of a document. The document is asked for only when its text can be measured. */
export async function renderPdf(document: () => FileElement): Promise<Uint8Array<ArrayBuffer>> {
  await typeIsReady();
  return new Uint8Array(await renderToBuffer(document()));
}
