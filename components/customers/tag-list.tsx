import { Badge } from '@/components/ui/badge';

/** Tags that a row has room for. */
const SHOWN = 2;

/** The first tags of a customer, and how many more it has; all of them in the title. */
export function TagList({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return <span className="z">–</span>;
  return (
    <span className="flex min-w-0 gap-1" title={tags.join(', ')}>
      {tags.slice(0, SHOWN).map((tag) => (
        <span key={tag} className="min-w-0 [&_.badge]:block [&_.badge]:truncate [&_.badge]:leading-5">
          <Badge>{tag}</Badge>
        </span>
      ))}
      {tags.length > SHOWN && (
        <span className="shrink-0 self-center text-meta text-subtle">+{tags.length - SHOWN}</span>
      )}
    </span>
  );
}
