'use client';
import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

type SubmitButtonProps = ComponentProps<typeof Button> & {
  /** What the button says while the form is on its way: "Recording…". */
  readonly pendingLabel?: ReactNode;
};

/** The button that sends the form around it, and shows that the form is on its way. */
export function SubmitButton({ pendingLabel, children, variant = 'primary', ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button {...rest} type="submit" variant={variant} pending={pending}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
