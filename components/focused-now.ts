/** What has the focus, when it is not the page as a whole; null on the server. */
export function focusedNow(): HTMLElement | null {
  const focused = typeof document === 'undefined' ? null : document.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}
