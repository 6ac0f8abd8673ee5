import { type Minor, sumOf, toMinor } from './money';

/** Each line with the balance after it, and the balance after all of them: the opening balance when there are none. */
export function withBalances<T extends { readonly amountMinor: Minor }>(
  openingMinor: Minor,
  lines: readonly T[],
): { readonly lines: (T & { readonly balanceMinor: Minor })[]; readonly closingMinor: Minor } {
  let balance: number = openingMinor;
  const balanced = lines.map((line) => {
    balance += line.amountMinor;
    return { ...line, balanceMinor: toMinor(balance) };
  });
  return {
    lines: balanced,
    closingMinor: sumOf([openingMinor, ...lines.map((line) => line.amountMinor)]),
  };
}
