import { Refusal } from '@/lib/refusal';

/** The text of a file, and a sentence for people when its encoding had to be guessed. */
export interface DecodedFile {
  readonly text: string;
  readonly notice: string | null;
}

const SAVE_AS_CSV = 'Save it as CSV (comma separated, UTF-8) and bring that file.';

/** What files begin with that people bring instead of a CSV. */
const SIGNATURES: readonly (readonly [start: string, what: string])[] = [
  ['PK\u0003\u0004', 'an Excel workbook or a ZIP archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel workbook'],
  ['%PDF', 'a PDF'],
  ['\u001f\u008b', 'a compressed file'],
  ['{\\rtf', 'a text document'],
];

/**
 * The text of a file's bytes: UTF-8 (a mark at the start or not), UTF-16 by its mark or its zero bytes, and otherwise
 * Windows-1252, which the notice then says.
 * @throws Refusal `invalid` for an empty file and for anything that is not text.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const decoded = decodeText(bytes);
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(decoded.text))
    throw refusal(`This is a web page or an XML file, not a CSV file. ${SAVE_AS_CSV}`);
  return decoded;
}

/** As `decodeFile`, for files that may be XML as well. */
export function decodeText(bytes: Uint8Array): DecodedFile {
  if (bytes.length === 0) throw refusal('The file is empty.');
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) throw refusal(`This is ${known[1]}, not a CSV file. ${SAVE_AS_CSV}`);
  const decoded = decode(bytes, start);
  // oxlint-disable-next-line no-control-regex -- text has none of these, pictures and programs do
  if (/[\u0000-\u0008\u000e-\u0019]/.test(decoded.text))
    throw refusal(`This file is not text, so it cannot be read. ${SAVE_AS_CSV}`);
  if (decoded.text.trim() === '') throw refusal('The file is empty.');
  return decoded;
}

function decode(bytes: Uint8Array, start: string): DecodedFile {
  if (start.startsWith('\u00ff\u00fe')) return { text: wide(bytes, 'utf-16le'), notice: null };
  if (start.startsWith('\u00fe\u00ff')) return { text: wide(bytes, 'utf-16be'), notice: null };
  // In Western text every second byte of UTF-16 is zero, and no byte of any other encoding is.
  if (/^[^\0]\0[^\0]\0/.test(start)) return { text: wide(bytes, 'utf-16le'), notice: null };
  if (/^\0[^\0]\0[^\0]/.test(start)) return { text: wide(bytes, 'utf-16be'), notice: null };
  const text = utf8(bytes);
  if (text !== null) return { text, notice: null };
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    notice:
      'The file is not in UTF-8, so it was read as Windows-1252. If letters such as é or ü look wrong below, ' +
      'save it again as “CSV UTF-8”.',
  };
}

function wide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  return new TextDecoder(encoding).decode(bytes);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refusal(sentence: string): Refusal {
  return new Refusal('invalid', sentence, 'file');
}
