import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Why a file was not taken, below where it is brought; `id` is what its button is described by. */
export function UploadProblem({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p
      id={id}
      role="alert"
      className="mt-3 flex gap-2 rounded-control bg-destructive-soft px-3 py-2.5 text-form text-destructive"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  );
}
