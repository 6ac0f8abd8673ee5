'use client';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { isFreeKey } from '@/components/keys';
import { Kbd } from './kbd';
import { dismissToast, noToasts, subscribe, type Toast, toasts, undoToast } from './toast';

/** How long there is to undo, and how long anything else stands. */
const UNDO_MS = 10_000;
const SAID_MS = 6_000;

/**
 * Where toasts appear: on the left, above the bars at the foot of pages, as what follows is pressed on the right. Stands once in
 * the shell; says each of them aloud, and undoes the latest on Z.
 */
export function Toaster() {
  const shown = useSyncExternalStore(subscribe, toasts, noToasts);
  const latest = shown.findLast(({ undo }) => undo);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!latest || event.key.toLowerCase() !== 'z' || !isFreeKey(event)) return;
    event.preventDefault();
    undoToast(latest);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--panel-bottom)+72px)] z-50 flex flex-col gap-2 md:left-[84px] lg:left-[248px] print:hidden"
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(dismissToast, toast.undo ? UNDO_MS : SAID_MS, toast.id);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id, toast.undo]);
  const hold = { onPointerEnter: () => setIsHeld(true), onFocus: () => setIsHeld(true) };
  const release = { onPointerLeave: () => setIsHeld(false), onBlur: () => setIsHeld(false) };
  return (
    <div
      {...hold}
      {...release}
      className="popup pointer-events-auto flex w-full max-w-[420px] gap-3 rounded-[11px] border border-border bg-popover p-3.5 shadow-pop"
    >
      {toast.isProblem ? (
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
      ) : (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
      )}
      <div className="min-w-0 flex-1">
        <div className="font-medium">{toast.message}</div>
        {toast.detail && <div className="text-muted-foreground">{toast.detail}</div>}
      </div>
      {toast.undo ? (
        <button type="button" className="btn btn-sm" onClick={() => undoToast(toast)}>
          Undo <Kbd>Z</Kbd>
        </button>
      ) : (
        <button type="button" className="btn btn-ghost btn-sm" onClick={() => dismissToast(toast.id)}>
          Close
        </button>
      )}
    </div>
  );
}
