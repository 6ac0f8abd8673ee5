import { z } from 'zod';
import { COMMON_PASSWORDS } from '@/lib/common-passwords';

const normalized = z.string().transform((text) => text.normalize('NFKC').trim());

/** An e-mail address as typed, made uniform before it is judged. */
export const email = normalized.pipe(
  z.email('Enter an e-mail address such as dana@example.com.').max(254, 'That e-mail address is too long.'),
);

/** A password that is compared, not chosen: any that was ever accepted. */
export const password = z.string().min(1, 'Enter your password.').max(1_000, 'That password is too long.');

/** The part of a link by mail that lets its holder in, as the page of the link sends it. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

/** A code of an authenticator or a recovery code, as typed. */
export const typedCode = normalized.pipe(
  z.string().min(1, 'Type the code.').max(40, 'That is longer than any code.'),
);

/** A password that is chosen: 8 to 128 characters, none of those that guessers try first. */
export const newPassword = z
  .string()
  .refine((text) => lengthOf(text) >= 8, 'Use at least 8 characters. A few words in a row work well.')
  .refine((text) => lengthOf(text) <= 128, 'Use at most 128 characters.')
  .refine(
    (text) => !COMMON_PASSWORDS.has(text.normalize('NFKC').toLowerCase()),
    'That password is on every list of common ones. Choose another.',
  );

/** What a person or a business is called: one line. `missing` is what to say when it is empty. */
export function nameField(missing: string) {
  return normalized.pipe(
    z
      .string()
      .min(1, missing)
      .max(100, 'Use at most 100 characters.')
      .regex(/^\P{C}*$/u, 'Leave out characters that cannot be seen.'),
  );
}

function lengthOf(text: string): number {
  return text.normalize('NFKC').match(/./gsu)?.length ?? 0;
}
