/** "Dana Whitlock" -> "DW", "Acme" -> "A": first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}
