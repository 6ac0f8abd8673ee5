import { expect, test } from 'vitest';
import { decodeFile } from '@/lib/import/decode';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const [high, low] = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255];
      return isLittle ? [low, high] : [high, low];
    }),
  );

test('UTF-8 is read with and without its mark, and the mark is not part of the first name', () => {
  expect(decodeFile(utf8('Größe,Łódź'))).toEqual({ text: 'Größe,Łódź', notice: null });
  expect(decodeFile(bytes(0xef, 0xbb, 0xbf, ...utf8('Größe')))).toEqual({ text: 'Größe', notice: null });
});

test('UTF-16 is read in both byte orders, by its mark or by its zero bytes', () => {
  expect(decodeFile(bytes(0xff, 0xfe, ...utf16('Café,1', true))).text).toBe('Café,1');
  expect(decodeFile(bytes(0xfe, 0xff, ...utf16('Café,1', false))).text).toBe('Café,1');
  expect(decodeFile(utf16('name,amount', true)).text).toBe('name,amount');
  expect(decodeFile(utf16('name,amount', false)).text).toBe('name,amount');
});

test('what is not UTF-8 is read as Windows-1252, and says so', () => {
  const { text, notice } = decodeFile(bytes(...utf8('Caf'), 0xe9, ...utf8(',5 '), 0x80));
  expect(text).toBe('Café,5 €');
  expect(notice).toContain('Windows-1252');
});

test.each([
  ['an Excel workbook', bytes(0x50, 0x4b, 3, 4, 20, 0), 'Excel workbook'],
  ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old Excel workbook'],
  ['a PDF', utf8('%PDF-1.7 …'), 'a PDF'],
  ['a gzip file', bytes(0x1f, 0x8b, 8, 0), 'compressed'],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), 'not text'],
  ['a web page called .csv', utf8('<!DOCTYPE html><table>'), 'web page'],
])('%s is refused with a sentence that says to save as CSV', (_what, file, words) => {
  expect(() => decodeFile(file)).toThrow(words);
  expect(() => decodeFile(file)).toThrow('Save it as CSV');
});

test('an empty file is refused as empty, also when it holds nothing but white space', () => {
  expect(() => decodeFile(bytes())).toThrow('The file is empty.');
  expect(() => decodeFile(utf8(' \r\n\r\n'))).toThrow('The file is empty.');
});
