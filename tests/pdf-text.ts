import { extractText, getDocumentProxy } from 'unpdf';

/** The text of every page of a PDF, each run of blanks as one. */
export async function textOfPages(file: Uint8Array): Promise<string[]> {
  // The reader takes the bytes away from whoever gave them.
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(file)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}

/** How many typefaces a file names, how many of them it carries, and how many it leaves to whoever reads it. */
export function typefacesIn(file: Uint8Array): { named: number; embedded: number; left: number } {
  const raw = Buffer.from(file).toString('latin1');
  const count = (word: RegExp) => [...raw.matchAll(word)].length;
  return {
    named: count(/\/Type \/FontDescriptor/g),
    embedded: count(/\/FontFile2 /g),
    left: count(/\/Subtype \/Type1/g),
  };
}
