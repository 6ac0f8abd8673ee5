'use client';
import { type ReactNode, useEffect, useState } from 'react';

/** Draws its children once the browser has nothing better to do; until then the place is kept. */
export function AfterIdle({ height, children }: { readonly height: number; readonly children: ReactNode }) {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    // Safari has no idle callback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(setIsIdle, 200, true);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(() => setIsIdle(true), { timeout: 2_000 });
    return () => window.cancelIdleCallback(handle);
  }, []);
  return (
    <div style={{ height }} className="min-w-0">
      {isIdle && children}
    </div>
  );
}
