'use client';
import { ArrowDown, ArrowUp, Copy, GripVertical, type LucideIcon } from 'lucide-react';
import { Popover } from '@/components/ui/popover';

interface LineMenuProps {
  readonly position: number;
  readonly count: number;
  /** −1 up, 1 down. */
  readonly onMove: (step: 1 | -1) => void;
  readonly onCopy: () => void;
}

/** What can be done with a line as a whole. Alt and an arrow key move it from within, too. */
export function LineMenu({ position, count, onMove, onCopy }: LineMenuProps) {
  return (
    <Popover
      label={`Line ${position}`}
      align="start"
      trigger={<GripVertical aria-hidden className="size-4" />}
      triggerLabel={`Line ${position}: move or copy`}
      triggerClassName="grid size-7 place-items-center rounded-control text-subtle hover:bg-muted hover:text-foreground max-md:size-8"
      className="w-[210px] p-1.5"
    >
      <Item
        icon={ArrowUp}
        label="Move up"
        keys="Alt ↑"
        isDisabled={position === 1}
        onClick={() => onMove(-1)}
      />
      <Item
        icon={ArrowDown}
        label="Move down"
        keys="Alt ↓"
        isDisabled={position === count}
        onClick={() => onMove(1)}
      />
      <Item icon={Copy} label="Copy line" keys="" isDisabled={false} onClick={onCopy} />
    </Popover>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}

function Item({ icon: Icon, label, keys, isDisabled, onClick }: ItemProps) {
  return (
    <button
      type="button"
      data-close
      disabled={isDisabled}
      onClick={onClick}
      className="flex min-h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-left hover:bg-muted disabled:text-subtle disabled:hover:bg-transparent max-md:min-h-11"
    >
      <Icon aria-hidden className="size-4 text-subtle" />
      {label}
      <span aria-hidden className="ml-auto text-meta text-subtle max-md:hidden">
        {keys}
      </span>
    </button>
  );
}
