import { useSyncExternalStore } from 'react';

/** Whether this is a computer whose commands go by ⌘; false while the server draws. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iPad|iPhone/.test(navigator.userAgent),
    () => false,
  );
}
