import type { Route } from 'next';
import type { useRouter } from 'next/navigation';

/** Shows what comes next, unless it is shown already: after the last customer the list itself is all that is left. */
export function goOn(router: ReturnType<typeof useRouter>, nextHref: Route): void {
  if (location.pathname + location.search !== nextHref) router.push(nextHref);
}
