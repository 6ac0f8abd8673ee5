'use client';
import { RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';

/** Asks for the page once more; what is shown stays until the answer is there. */
export function TryAgain() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button
      size="sm"
      pending={isPending}
      onClick={() => startTransition(() => router.refresh())}
      className="max-md:h-11!"
    >
      {!isPending && <RotateCcw aria-hidden />}
      {isPending ? 'Trying…' : 'Try again'}
    </Button>
  );
}
