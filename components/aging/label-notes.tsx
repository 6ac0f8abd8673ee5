import type { AgingFilters } from '@/lib/filters';

/** What is to be known of tags and net amounts before the figures are read. Draws nothing where none of them is used. */
export function LabelNotes({ filters: { groupBy, net } }: { readonly filters: AgingFilters }) {
  const notes = [
    groupBy === 'tag' &&
      'A customer with several tags counts under each, so the lines can add up to more than the total, which counts every item once.',
    net && 'Net: credits are taken off each customer’s oldest items on paper. Nothing is booked.',
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <p className="border-b border-border px-6 py-2 text-meta text-muted-foreground max-md:px-4 print:border-0 print:px-0 print:py-1">
      {notes.join(' ')}
    </p>
  );
}
