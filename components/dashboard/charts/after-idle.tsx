'use client';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

interface AfterIdleProps<P> {
  /** Pixels that are kept free for it. */
  readonly height: number;
  /** Fetches what is drawn, once the browser has nothing better to do. */
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  /** What stands there until then. */
  readonly until: ReactNode;
}

/** Draws something once its scripts have come, which are fetched when all else is done; until then something simpler stands there. */
export function AfterIdle<P extends object>({ height, load, props, until }: AfterIdleProps<P>) {
  const [found, setFound] = useState<{ readonly Drawn: ComponentType<P> } | { readonly error: unknown }>();
  useEffect(() => {
    const fetchIt = () => {
      load().then(
        (Drawn) => setFound({ Drawn }),
        (error: unknown) => setFound({ error }),
      );
    };
    // Safari has no idle callback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchIt, 200);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(fetchIt, { timeout: 2_000 });
    return () => window.cancelIdleCallback(handle);
  }, [load]);
  if (found && 'error' in found) throw found.error;
  return (
    <div style={{ height }} className="min-w-0">
      {found ? <found.Drawn {...props} /> : until}
    </div>
  );
}
