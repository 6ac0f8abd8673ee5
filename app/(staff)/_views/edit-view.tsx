'use client';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { NameForm } from '@/components/forms/name-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { View } from '@/db/queries/views';
import { remove, rename } from './actions';

interface EditViewProps {
  readonly view: View;
  /** One for each of the two. */
  readonly requestIds: readonly [string, string];
}

/** The name of one of the own views, and its end. */
export function EditView({ view: { viewId, name, isShared }, requestIds }: EditViewProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Dialog
      title="This view"
      about={name}
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11!')}
      trigger={
        <>
          <Pencil aria-hidden />
          Edit view
        </>
      }
    >
      <div className="flex items-center justify-between gap-4 border-b border-border px-6 py-4 max-md:px-4">
        <p className="text-muted-foreground">
          {isShared ? 'Everybody of the business sees it.' : 'Only you see it.'}
        </p>
        <ConfirmForm
          title={`Delete the view “${name}”?`}
          description={
            isShared
              ? 'It is gone for everybody who sees it. The invoices stay as they are.'
              : 'The name is gone. The invoices stay as they are.'
          }
          trigger="Delete…"
          action={remove}
          values={{ viewId }}
          requestId={requestIds[1]}
          confirmLabel="Delete view"
          pendingLabel="Deleting…"
        />
      </div>
      <NameForm
        values={{ viewId }}
        defaultName={name}
        action={rename}
        requestId={requestIds[0]}
        submitLabel="Save name"
        onClose={close}
        onDone={close}
      />
    </Dialog>
  );
}
