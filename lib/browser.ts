/** "Firefox on Windows", from what the browser says of itself; the order matters, as each claims to be others too. */
export function browserOf(userAgent: string | null): string {
  const said = userAgent ?? '';
  const browser = [
    ['Edg', 'Edge'],
    ['OPR', 'Opera'],
    ['Firefox', 'Firefox'],
    ['Chrome', 'Chrome'],
    ['Safari', 'Safari'],
  ].find(([mark = '']) => said.includes(mark))?.[1];
  const system = [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac'],
    ['Linux', 'Linux'],
  ].find(([mark = '']) => said.includes(mark))?.[1];
  if (!browser) return 'A browser or program';
  return system ? `${browser} on ${system}` : browser;
}
