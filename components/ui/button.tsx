import { LoaderCircle } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';

/** How a button or a link that looks like one is drawn. Default: outlined, 32 px high. */
interface ButtonLook {
  readonly variant?: 'default' | 'primary' | 'ghost' | 'danger';
  readonly size?: 'sm' | 'md' | 'lg';
  /** Square, for an icon alone: give it an aria-label. */
  readonly icon?: boolean;
}

type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** While the server works: keeps its place and focus, ignores clicks, shows a spinner before its label. */
    readonly pending?: boolean;
  };

/** A button. Its type is `button` unless `submit` is asked for. */
export function Button({ variant, size, icon, pending = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(pending && {
        'aria-disabled': true,
        'aria-busy': true,
        type: 'button' as const,
        onClick: undefined,
      })}
      className={buttonClass({ variant, size, icon }, className)}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending && icon ? null : children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, icon, className, ...rest }: LinkProps) {
  return <Link {...rest} className={buttonClass({ variant, size, icon }, className)} />;
}

/** The classes of a button, for an element that is drawn elsewhere (a download link, a popover trigger). */
export function buttonClass(
  { variant = 'default', size = 'md', icon = false }: Look,
  className = '',
): string {
  const words = [
    'btn',
    variant !== 'default' && `btn-${variant}`,
    size !== 'md' && `btn-${size}`,
    icon && 'btn-icon',
  ];
  return [...words, className].filter(Boolean).join(' ');
}

type Look = { readonly [K in keyof ButtonLook]: ButtonLook[K] | undefined };
type LinkProps = Omit<ComponentProps<typeof Link>, 'href'> & ButtonLook & { readonly href: Route };
