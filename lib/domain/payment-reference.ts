/** Letters and digits that nobody takes for one another on paper or over the phone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** "PAY-7K3M-9QXW" from at least 8 random bytes: what a payer writes on a transfer. 40 bits, so that none is hit upon by chance. */
export function paymentReference(random: Uint8Array): string {
  const text = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `PAY-${text.slice(0, 4)}-${text.slice(4)}`;
}
