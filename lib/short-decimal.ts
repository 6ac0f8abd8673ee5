/** "2.500" -> "2.5", "24.000000" -> "24": an exact decimal without the zeros that say nothing. */
export function shortDecimal(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
