'use client';
import { useState } from 'react';
import { useForm } from '@/components/forms/use-form';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import { writeNote } from './actions';

const IDLE: FormState = { status: 'idle' };

/** A note while it is written: once it is saved a toast says so, and the next one can begin. */
export function useNote() {
  const [text, setText] = useState('');
  const { state, errorOf, form } = useForm(async (previous: FormState, data: FormData) => {
    const next = await writeNote(previous, data);
    if (next.status === 'done') {
      showToast({ message: next.message });
      setText('');
    }
    return next;
  }, IDLE);
  return { text, setText, state: state.status === 'done' ? IDLE : state, errorOf, form };
}
