import { Kbd } from '@/components/ui/kbd';

/** The keys of an invoice's page; the list of all keys says them too. */
const HINTS = [
  { keys: ['J', 'K'], label: 'next, previous' },
  { keys: ['P'], label: 'payment' },
  { keys: ['R'], label: 'remind' },
  { keys: ['L'], label: 'pay link' },
] as const;

/** Below what can be done with an invoice: the keys that do it. */
export function PageHints() {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1.5 text-meta text-muted-foreground max-lg:hidden">
      {HINTS.map(({ keys, label }) => (
        <span key={label}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}{' '}
          {label}
        </span>
      ))}
    </p>
  );
}
