'use client';
import { useEffect, useState } from 'react';
import { focusedNow } from '@/components/focused-now';

/** Once this has gone, and the focus with it, what had the focus before gets it back: the control that this was opened from. */
export function useFocusBack(): void {
  // Read before this is in the page: a field with `autoFocus` has the focus by the time an effect looks.
  const [before] = useState(focusedNow);
  useEffect(
    () => () => {
      if (focusedNow() === null) before?.focus();
    },
    [before],
  );
}
