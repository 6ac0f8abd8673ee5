import type { ComponentProps } from 'react';

/** How high a control is: 32 px in tables, 36 px, or 44 px in the main row of a dialog. Phones always get 44. */
export type ControlSize = 'sm' | 'md' | 'lg';

type InputProps = Omit<ComponentProps<'input'>, 'size'> & { readonly size?: ControlSize };

/** One line of text. */
export function Input({ size = 'md', className, ...rest }: InputProps) {
  return <input {...rest} className={controlClass(size, className)} />;
}

/** The classes of a control of that height. */
export function controlClass(size: ControlSize, className = ''): string {
  return ['field', size !== 'md' && `field-${size}`, className].filter(Boolean).join(' ');
}
