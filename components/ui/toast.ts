import type { FormState } from '@/lib/form-state';

/** What was done, in the words of the person who did it. */
export interface ToastContent {
  readonly message: string;
  readonly detail?: string;
  /** Reverses what was done. What it answers is shown in turn. */
  readonly undo?: () => Promise<FormState | undefined>;
  /** Something went wrong. */
  readonly isProblem?: boolean;
}

/** One toast on screen. */
export interface Toast extends ToastContent {
  readonly id: number;
}

const EMPTY: readonly Toast[] = [];
const MOST = 3;
const listeners = new Set<() => void>();
let current = EMPTY;
let lastId = 0;

/** Shows a toast for six seconds, for ten where it can be undone, longer while it is pointed at. At most three stand at once. */
export function showToast(content: ToastContent): void {
  lastId += 1;
  set([...current, { ...content, id: lastId }].slice(-MOST));
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  set(current.filter((toast) => toast.id !== id));
}

/** Takes a toast away, undoes what it stands for, and shows how that went. */
export function undoToast({ id, undo }: Toast): void {
  dismissToast(id);
  void undo?.().then(showOutcome, () =>
    showToast({ message: 'That could not be undone. Try again.', isProblem: true }),
  );
}

/** The toasts on screen, oldest first; the same array until they change. */
export function toasts(): readonly Toast[] {
  return current;
}

/** What the server draws: none. */
export function noToasts(): readonly Toast[] {
  return EMPTY;
}

/** Calls `listener` after every change, until the returned function is called. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function showOutcome(state: FormState | undefined): void {
  if (state?.status === 'done') showToast({ message: state.message });
  if (state?.status === 'refused' || state?.status === 'failed')
    showToast({ message: state.message, isProblem: true });
}

function set(next: readonly Toast[]): void {
  current = next;
  for (const listener of listeners) listener();
}
