/** A grey bar in the place of text that is on its way. `className` gives its width (and height when not 12 px). */
export function Skeleton({ className = '' }: { readonly className?: string }) {
  return <span aria-hidden className={`block h-3 rounded bg-muted ${className}`} />;
}
