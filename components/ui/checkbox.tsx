import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  /** Shown beside the box. Without it give an aria-label. */
  readonly label?: ReactNode;
};

/** The browser's own checkbox, drawn by us; 16 px, clickable in 24. */
export function Checkbox({ label, className = '', ...rest }: CheckboxProps) {
  const box = <input {...rest} type="checkbox" className={`check ${label ? '' : className}`} />;
  if (!label) return box;
  return (
    <label className={`inline-flex min-h-6 cursor-pointer items-center gap-2.5 ${className}`}>
      {box}
      <span>{label}</span>
    </label>
  );
}
