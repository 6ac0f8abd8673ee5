'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import { route } from '@/lib/url';

/** Once a form is saved, says so and goes to `path`; `:id` in it stands for what the answer names. */
export function useSaved(state: FormState, path: string): void {
  const router = useRouter();
  useEffect(() => {
    if (state.status !== 'done') return;
    showToast({ message: state.message });
    if (path.includes(':id') && !state.id) throw new Error(`the answer names nothing to show under ${path}`);
    router.replace(route(path.replace(':id', state.id ?? '')));
  }, [state, path, router]);
}
