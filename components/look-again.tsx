'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Milliseconds between two looks, and how many there are: who waits longer than ten minutes reloads the page. */
const EVERY = 2_000;
const LOOKS = 300;

/** Reads the page again and again for as long as it stands on it and is in sight; draws nothing. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    let looks = 0;
    const timer = setInterval(() => {
      if (document.hidden) return;
      looks += 1;
      if (looks >= LOOKS) clearInterval(timer);
      router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
