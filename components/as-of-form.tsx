'use client';
import type { Route } from 'next';
import Form from 'next/form';
import { type ReactNode, useState } from 'react';
import type { PlainDate } from '@/lib/domain/dates';
import { Button } from './ui/button';
import { LazyDateInput } from './ui/lazy-date-input';

interface AsOfFormProps {
  readonly path: Route;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  /** The other parameters of the page, as hidden fields. */
  readonly children: ReactNode;
}

/** Another day, typed. What is no day stays in its field, which says so, and the page as it is. */
export function AsOfForm({ path, asOf, today, children }: AsOfFormProps) {
  const [day, setDay] = useState<PlainDate | null>(asOf);
  return (
    <Form
      action={path}
      data-close={day === null ? undefined : true}
      onSubmit={(event) => {
        if (day === null) event.preventDefault();
      }}
      className="mt-1.5 flex gap-2 border-t border-border p-2 pt-3"
    >
      {children}
      <LazyDateInput
        name="asOf"
        aria-label="Another day"
        today={today}
        defaultDay={asOf}
        onDay={setDay}
        size="sm"
      />
      <Button type="submit" className="max-md:h-11!">
        Show
      </Button>
    </Form>
  );
}
