'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { focusedNow } from '@/components/focused-now';

interface DialogPanelProps {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** Where the focus goes afterwards; when it is empty, to what had it before. */
  readonly opener: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

const FIELDS = ':is(input:not([type=hidden]), select, textarea):enabled';
const WIDTHS = { sm: 'md:w-[440px]', md: 'md:w-[640px]', lg: 'md:w-[960px]' } as const;

/** What `Dialog` opens. */
export function DialogPanel({
  title,
  about,
  size = 'md',
  opener,
  open,
  onOpenChange,
  children,
}: DialogPanelProps) {
  const popup = useRef<HTMLDivElement>(null);
  // Read before anything is in the page: a field with `autoFocus` has the focus by the time the dialog looks.
  const [before] = useState(focusedNow);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="backdrop fixed inset-0 z-40 bg-backdrop" />
        <Base.Viewport className="fixed inset-0 z-40 grid md:place-items-center md:p-6">
          <Base.Popup
            ref={popup}
            initialFocus={() => firstField(popup.current) ?? true}
            finalFocus={() => opener.current ?? (before?.isConnected ? before : true)}
            className={`dialog flex min-h-0 min-w-0 flex-col overflow-hidden bg-popover outline-none max-md:h-dvh md:max-h-[calc(100dvh-48px)] md:max-w-full md:rounded-dialog md:border md:border-border md:shadow-pop ${WIDTHS[size]}`}
          >
            <header className="flex h-14 shrink-0 items-center gap-3 border-b border-border px-6 max-md:px-4">
              <Base.Title className="truncate text-[16px] leading-6">{title}</Base.Title>
              {about && <span className="truncate text-muted-foreground">{about}</span>}
              <Base.Close className="btn btn-ghost btn-icon -mr-2 ml-auto" aria-label="Close">
                <X aria-hidden />
              </Base.Close>
            </header>
            <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The first field, but not on a phone, where the keyboard would cover half of the dialog. */
function firstField(popup: HTMLElement | null): HTMLElement | null {
  return matchMedia('(pointer: coarse)').matches ? null : (popup?.querySelector<HTMLElement>(FIELDS) ?? null);
}
