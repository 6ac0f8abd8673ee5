import type { ReactNode } from 'react';

interface OptionListProps<T> {
  /** Of the list; its options are this and their position, for `aria-activedescendant`. */
  readonly id: string;
  readonly label: string;
  readonly isShown: boolean;
  readonly options: readonly T[];
  /** Where the highlighted option stands; below 0 none is. */
  readonly active: number;
  readonly onActive: (position: number) => void;
  readonly onChoose: (option: T) => void;
  /** What stands at the end of an option, after its name. */
  readonly renderEnd: (option: T) => ReactNode;
  readonly className: string;
}

/** What can be chosen below the input of a combobox. */
export function OptionList<T extends { readonly id: string; readonly name: string }>({
  id,
  label,
  isShown,
  options,
  active,
  onActive,
  onChoose,
  renderEnd,
  className,
}: OptionListProps<T>) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      hidden={!isShown}
      className={`absolute top-full z-30 rounded-menu border border-border bg-popover p-1.5 text-body shadow-pop ${className}`}
    >
      {options.map((option, i) => (
        <div
          key={option.id}
          id={`${id}${i}`}
          role="option"
          aria-selected={i === active}
          className="flex min-h-8 cursor-pointer items-center gap-3 rounded-control px-2.5 aria-selected:bg-muted max-md:min-h-11"
          onPointerMove={() => onActive(i)}
          // Before the blur of the input, which closes the list.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <span className="truncate font-medium">{option.name}</span>
          <span className="ml-auto shrink-0 text-meta text-subtle">{renderEnd(option)}</span>
        </div>
      ))}
    </div>
  );
}
