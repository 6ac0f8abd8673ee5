import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ControlSize, controlClass } from './input';

type SelectProps = Omit<ComponentProps<'select'>, 'size'> & { readonly size?: ControlSize };

/** The browser's own list of choices, drawn like our other controls. Children are `option` elements. */
export function Select({ size = 'md', className = '', ...rest }: SelectProps) {
  return (
    <span className={`relative block ${className}`}>
      <select {...rest} className={controlClass(size, 'appearance-none pr-8 text-ellipsis')} />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute right-2.5 top-1/2 size-4 -translate-y-1/2 text-subtle"
      />
    </span>
  );
}
