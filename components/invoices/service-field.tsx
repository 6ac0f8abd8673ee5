'use client';
import { type ComponentProps, type KeyboardEvent, useId, useState } from 'react';
import { Input } from '@/components/ui/input';
import { OptionList } from '@/components/ui/option-list';
import { useOptions } from '@/components/ui/use-options';
import type { ServiceRecord } from '@/db/queries/catalogue';
import { formatMoney } from '@/lib/format';

/** A service as a line of an invoice offers it. */
export type ServiceOption = Pick<
  ServiceRecord,
  'id' | 'name' | 'description' | 'currency' | 'feeMinor' | 'taxPercent'
>;

/** Asks for the services that match; may throw. */
export type FindServices = (q: string, signal: AbortSignal) => Promise<ServiceOption[]>;

type ServiceFieldProps = Omit<ComponentProps<typeof Input>, 'onChange' | 'value'> & {
  readonly value: string;
  readonly find: FindServices;
  readonly onText: (text: string) => void;
  readonly onService: (service: ServiceOption) => void;
};

/**
 * What a line is for: free text, with the services of the catalogue offered below it. ↓ and Enter take one; Enter alone takes the
 * only one there is, if its name begins with the text, or else leaves the text as it is and goes on. Esc keeps the text.
 */
export function ServiceField({ value, find, onText, onService, onKeyDown, ...rest }: ServiceFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // Without an answer none are offered: the text is enough.
  const { options } = useOptions(find, value, isOpen);
  const listId = useId();
  const isShown = isOpen && options.length > 0;
  const choose = (service: ServiceOption) => {
    onService(service);
    setIsOpen(false);
    setActive(-1);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = isShown ? (options[active] ?? onlyOne(options, value)) : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !event.altKey) {
      event.preventDefault();
      setIsOpen(true);
      const from = active < 0 && step < 0 ? 0 : active;
      if (options.length > 0) setActive((from + step + options.length) % options.length);
    } else if (event.key === 'Escape' && isShown) {
      event.stopPropagation();
      setIsOpen(false);
    } else if (event.key === 'Enter' && chosen && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      choose(chosen);
    } else onKeyDown?.(event);
  };
  return (
    <span className="relative block min-w-0 max-md:col-span-full">
      <Input
        {...rest}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}${active}` : undefined}
        value={value}
        onChange={(event) => {
          onText(event.target.value);
          setActive(-1);
          setIsOpen(true);
        }}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKey}
      />
      <OptionList
        id={listId}
        label="Services"
        isShown={isShown}
        options={options}
        active={active}
        onActive={setActive}
        onChoose={choose}
        renderEnd={({ feeMinor, currency }) => <span className="fig">{formatMoney(feeMinor, currency)}</span>}
        className="left-0 mt-1 w-[min(420px,80vw)]"
      />
    </span>
  );
}

function onlyOne([first, ...more]: readonly ServiceOption[], text: string): ServiceOption | undefined {
  const isBegun = first?.name.toLowerCase().startsWith(text.trim().toLowerCase());
  return isBegun && text.trim() !== '' && more.length === 0 ? first : undefined;
}
