'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { areBounds, bucketLabels } from '@/lib/domain/aging';

interface BoundsFormProps {
  readonly bounds: readonly number[];
  /** The organization's own, which an empty field brings back. */
  readonly usual: readonly number[];
  /** Hidden fields: what the address keeps. */
  readonly children: ReactNode;
}

/** Other buckets for this look at the report: any rising list of last days, checked before it is asked for. */
export function BoundsForm({ bounds, usual, children }: BoundsFormProps) {
  const [written, setWritten] = useState(bounds.join(', '));
  const [isRefused, setIsRefused] = useState(false);
  const days =
    written.trim() === '' ? usual : written.split(',').map((part) => Number(part.trim() || Number.NaN));
  const isRead = areBounds(days);
  return (
    <form
      action="/aging"
      data-close={isRead ? '' : undefined}
      onSubmit={(event) => {
        setIsRefused(!isRead);
        if (!isRead) event.preventDefault();
      }}
    >
      {children}
      <Field
        name="bounds"
        label="Buckets end on these days"
        hint={isRead ? bucketLabels(days).join(' | ') : 'Whole days, each above the one before.'}
        error={
          isRefused && !isRead ? `Write up to 11 days that rise, such as ${usual.join(', ')}.` : undefined
        }
      >
        {({ name: _name, ...control }) => (
          <span className="flex gap-2">
            <Input {...control} value={written} onChange={({ target }) => setWritten(target.value)} />
            {written.trim() !== '' && isRead && <input type="hidden" name="bounds" value={days.join(',')} />}
            <Button type="submit">Use</Button>
          </span>
        )}
      </Field>
    </form>
  );
}
