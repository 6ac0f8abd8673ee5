const STORE = 'single-keys';
const TAKEN =
  'input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], [role=dialog], [role=alertdialog]';

/** Whether single keys are shortcuts in this browser. People who speak or type unsteadily turn them off (WCAG 2.1.4). */
export function areKeysOn(): boolean {
  return localStorage.getItem(STORE) !== 'off';
}

/** Turns the shortcuts on single keys on or off, in this browser. */
export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(STORE);
  else localStorage.setItem(STORE, 'off');
}

/** Whether a key press is free to be a shortcut: keys are on, no Ctrl, Alt or ⌘, nobody is typing, no dialog is open. */
export function isFreeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
    return false;
  const { target } = event;
  const isTaken = target instanceof Element && target.closest(TAKEN);
  return !isTaken && areKeysOn();
}
