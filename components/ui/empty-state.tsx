import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What it means and what to do. */
  readonly children?: ReactNode;
  /** Good news (nothing is late) comes with a check mark. */
  readonly tone?: 'plain' | 'good';
  /** Links or buttons: the ways out of here. */
  readonly actions?: ReactNode;
}

/** What stands where rows would: says why there are none, and what to do. */
export function EmptyState({ title, children, tone = 'plain', actions }: EmptyStateProps) {
  return (
    <div className="grid flex-1 place-items-center px-6 py-16 text-center">
      <div className="max-w-[420px] wrap-anywhere">
        {tone === 'good' && (
          <span className="mx-auto mb-3 grid size-11 place-items-center rounded-full bg-positive-soft text-positive">
            <Check aria-hidden className="size-5" />
          </span>
        )}
        <h2 className="text-section">{title}</h2>
        {children && <div className="mt-1 text-balance text-muted-foreground">{children}</div>}
        {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
      </div>
    </div>
  );
}
