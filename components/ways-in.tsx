import type { LucideIcon } from 'lucide-react';
import { FileSpreadsheet, Plus, UserPlus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';

interface WaysInProps {
  readonly title: string;
  /** Whether the reader may bring anything in; otherwise only says that nothing is there. */
  readonly mayWrite: boolean;
}

const WAYS: readonly { icon: LucideIcon; label: string; hint: string; href: Route }[] = [
  { icon: FileSpreadsheet, label: 'Import a CSV', hint: 'we match the columns for you', href: '/import' },
  { icon: Plus, label: 'Write the first invoice', hint: '', href: '/invoices/new' },
  { icon: UserPlus, label: 'Add a customer', hint: '', href: '/customers/new' },
];

/** First use of a list: three ways to fill it, one of them recommended. */
export function WaysIn({ title, mayWrite }: WaysInProps) {
  return (
    <div className="grid flex-1 place-items-center px-6 py-16 max-md:px-4">
      <div className="w-full max-w-[440px]">
        <h2 className="text-section">{title}</h2>
        <p className="mt-1 text-muted-foreground">
          {mayWrite ? 'Bring them in and every report fills itself.' : 'An administrator brings them in.'}
        </p>
        {mayWrite && (
          <ul className="mt-4 flex flex-col gap-2">
            {WAYS.map(({ icon: Icon, label, hint, href }, i) => (
              <li key={href}>
                <Link
                  href={href}
                  className={`flex h-9 items-center gap-2.5 rounded-[8px] border px-3 hover:bg-card-2 max-md:h-11 ${i === 0 ? 'border-primary bg-primary-soft hover:bg-primary-soft' : 'border-border-strong'}`}
                >
                  <Icon aria-hidden className="size-4 text-muted-foreground" />
                  <span className="font-medium">{label}</span>
                  <span className="ml-auto text-meta text-subtle">{hint}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
