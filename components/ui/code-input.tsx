import type { ComponentProps } from 'react';
import type { Control } from './field';
import { type ControlSize, Input } from './input';

type CodeInputProps = Control & Pick<ComponentProps<'input'>, 'autoFocus'> & { readonly size?: ControlSize };

/** A code that is good once: the phone offers the one it knows, and nobody corrects it. */
export function CodeInput({ size = 'md', ...rest }: CodeInputProps) {
  return (
    <Input
      {...rest}
      size={size}
      className="fig"
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={40}
      required
    />
  );
}
