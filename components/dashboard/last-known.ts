/** What a widget said when it was last drawn. */
interface LastKnown {
  readonly finding: string;
  readonly at: Date;
}

/** By the address of the page and the title. Of this tab, until it is loaded anew: no figure outlives who may see it. */
const known = new Map<string, LastKnown>();

/** Remembers what a widget says. */
export function keepKnown(title: string, finding: string): void {
  known.set(keyOf(title), { finding, at: new Date() });
}

/** What a widget said last on this page, of the same day and currency; undefined when it never was drawn. */
export function lastKnown(title: string): LastKnown | undefined {
  return known.get(keyOf(title));
}

function keyOf(title: string): string {
  return `${title} ${location.pathname}${location.search}`;
}
