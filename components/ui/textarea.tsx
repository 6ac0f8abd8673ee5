import type { ComponentProps } from 'react';

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={3} {...rest} className={`field [field-sizing:content] ${className}`} />;
}
