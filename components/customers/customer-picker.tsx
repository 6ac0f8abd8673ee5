'use client';
import { ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Control } from '@/components/ui/field';
import { type ControlSize, controlClass } from '@/components/ui/input';
import { OptionList } from '@/components/ui/option-list';
import { useOptions } from '@/components/ui/use-options';
import type { CustomerOption } from '@/db/queries/customers';

interface CustomerPickerProps extends Control {
  /** Asks for the customers that match; may throw. */
  readonly find: (q: string, signal: AbortSignal) => Promise<CustomerOption[]>;
  readonly defaultOption?: CustomerOption | null;
  /** Hears every choice; null when the text no longer names one. */
  readonly onChoose?: (option: CustomerOption | null) => void;
  readonly size?: ControlSize;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
}

/** Whether its name or code contains a text. */
function mentions({ name, code }: CustomerOption, text: string): boolean {
  return `${name} ${code ?? ''}`.toLowerCase().includes(text.trim().toLowerCase());
}

/** Finds a customer by name or code as one types (a combobox). The form receives the customer's id, or ''. */
export function CustomerPicker(props: CustomerPickerProps) {
  const { name, find, defaultOption = null, onChoose, size = 'md', placeholder, ...control } = props;
  const [chosen, setChosen] = useState(defaultOption);
  const [text, setText] = useState(defaultOption?.name ?? '');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { options, isFailed, isLooking } = useOptions(
    find,
    isOpen && chosen?.name !== text ? text : '',
    isOpen,
  );
  const listId = useId();
  const choose = (option: CustomerOption | null) => {
    setChosen(option);
    onChoose?.(option);
    if (!option) return;
    setText(option.name);
    setIsOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen && options.length > 0) setActive((active + step + options.length) % options.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      // What is listed may still be the answer to an earlier text, and not be meant by this one.
      if (option && (!isLooking || mentions(option, text))) choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setIsOpen(false);
    }
  };
  return (
    <span className={controlClass(size, 'relative')}>
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
      <input
        {...control}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options[active] ? `${listId}${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setIsOpen(true);
          setActive(0);
          if (chosen) choose(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-subtle" />
      <OptionList
        id={listId}
        label="Customers"
        isShown={isOpen}
        options={options}
        active={active}
        onActive={setActive}
        onChoose={choose}
        renderEnd={({ code }) => code}
        className="inset-x-0 mt-1.5 max-h-72 overflow-y-auto"
      />
      <span role="status" className={isOpen && (isFailed || options.length === 0) ? NOTE : 'sr-only'}>
        {isOpen &&
          (isFailed ? 'The list did not arrive. Type again.' : isLooking ? 'Looking…' : said(options.length))}
      </span>
    </span>
  );
}

const NOTE =
  'absolute inset-x-0 top-full z-30 mt-1.5 rounded-menu border border-border bg-popover px-4 py-3 text-body text-muted-foreground shadow-pop';

function said(count: number): string {
  return count > 0 ? `${count} found` : 'No customer has that in its name or code.';
}
