const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in the letters that authenticator apps take (RFC 4648, without padding). */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => LETTERS[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The bytes behind such letters. @throws Error for any other character. */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => {
    const value = LETTERS.indexOf(letter);
    if (value < 0) throw new Error('not base 32');
    return value.toString(2).padStart(5, '0');
  });
  const whole = bits.join('').match(/.{8}/g) ?? [];
  return Uint8Array.from(whole, (byte) => Number.parseInt(byte, 2));
}
