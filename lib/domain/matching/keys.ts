/** Words that say what kind of company one is, which banks and books write differently or leave out. */
const FORMS = new Set(
  'llc inc incorporated ltd limited gmbh co company corp corporation sa sas sarl ag bv nv plc lp llp kg ohg ug eg srl spa sl oy ab as aps pty pvt kgaa mbh'.split(
    ' ',
  ),
);

/** The words of a text in small letters, without accents and marks. "Müller & Söhne" is muller, sohne. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}|['’]/gu, '')
      .replace(/ß/g, 'ss')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What makes two spellings of a company's name the same: its words without "the" before and the legal form behind. '' for none. */
export function nameKey(name: string): string {
  const words = wordsOf(name).filter((word) => word !== 'and');
  if (words[0] === 'the') words.shift();
  while (words.length > 1 && FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** What makes two spellings of an account the same: its letters and digits. '' for none. */
export function accountKey(account: string): string {
  return account.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The letters and digits of an invoice number: INV-00042 is INV00042. */
export function numberKey(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The digits at the end of an invoice number without leading zeros: INV-00042 is 42. '' for none. */
export function numberTail(number: string): string {
  return (/\d+$/.exec(number)?.[0] ?? '').replace(/^0+/, '');
}
