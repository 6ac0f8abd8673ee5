'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Milliseconds between two looks, and how many there are: who waits longer reloads the page. */
const EVERY = 2_000;
const LOOKS = 60;

/** Reads the page again and again until the card service has told what became of the payment; draws nothing. */
export function AwaitNews() {
  const router = useRouter();
  useEffect(() => {
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks >= LOOKS) clearInterval(timer);
      if (!document.hidden) router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
