/** Days to pay in words: "Net 30", "On receipt". */
export function termsWords(termsDays: number): string {
  return termsDays === 0 ? 'On receipt' : `Net ${termsDays}`;
}
