import type { StatementPaper } from '@/db/queries/statement-paper';
import { QUOTE, wayToPay } from './way-to-pay';

/** Below a statement on screen: where to pay to, in the words of the business, and what to quote. Nothing when nothing is to be paid. */
export function HowToPay({ content }: { readonly content: StatementPaper }) {
  const payTo = wayToPay(content);
  if (!payTo) return null;
  return (
    <section className="mt-8 rounded-control border border-border px-5 py-4 max-md:mx-4 in-[.paper]:mx-0">
      <h2 className="text-body font-semibold">How to pay</h2>
      <p className="whitespace-pre-line">{payTo}</p>
      <p className="text-muted-foreground">Please quote {QUOTE}.</p>
    </section>
  );
}
