/** The first cell of a table whose rows have two lines on a phone: it grows and wraps there, long words too. */
export const PHONE_CELL =
  'max-md:h-auto! max-md:w-full max-md:py-2.5! max-md:whitespace-normal! max-md:wrap-anywhere';
