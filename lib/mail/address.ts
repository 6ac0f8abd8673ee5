/** One address as the database keeps it: no spaces, no controls, nothing that a header could be broken with. */
const ADDRESS = /^[^\s\p{Cc}\p{Cf}<>,;:@"()[\]\\]+@[^\s\p{Cc}\p{Cf}<>,;:@"()[\]\\]+$/u;

/** An e-mail address as somebody wrote it, made uniform; null when mail cannot go there. */
export function readAddress(text: string | null): string | null {
  const address = (text ?? '').normalize('NFKC').trim();
  return address.length <= 254 && ADDRESS.test(address) ? address : null;
}

/** What somebody is called, fit for a header: one line of at most 200 characters; the address where nothing is left. */
export function headerName(name: string, address: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
  return line === '' ? address : line;
}
