/** Says which parts of an address could not be read and were left out. Draws nothing when all could. */
export function DroppedStrip({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p role="status" className="border-b border-border bg-warning-soft px-6 py-2 text-warning max-md:px-4">
      Part of this address could not be read and was left out: {names.join(', ')}.
    </p>
  );
}
