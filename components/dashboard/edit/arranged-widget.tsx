'use client';
import { useSortable } from '@dnd-kit/sortable';
import { ArrowLeft, ArrowRight, GripVertical, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { spanOf } from '@/components/dashboard/widget-grid';
import { Button } from '@/components/ui/button';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { SIZES } from '@/lib/domain/dashboard-layout';
import type { SpannedWidget } from '@/lib/domain/dashboard-rows';
import { type Draft, gripId } from './use-draft';

interface ArrangedWidgetProps {
  readonly widget: SpannedWidget;
  /** Its place in the order, from 0. */
  readonly place: number;
  readonly isLast: boolean;
  readonly draft: Draft;
  readonly children: ReactNode;
}

/** One widget while it is arranged: its handle and buttons; its content is shown and cannot be used. */
export function ArrangedWidget({ widget, place, isLast, draft, children }: ArrangedWidgetProps) {
  const { id, size, columns } = widget;
  const title = WIDGET_TITLES[id];
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, isDragging, isOver } =
    useSortable({ id });
  return (
    <li
      ref={setNodeRef}
      data-size={size}
      data-widget={id}
      className={`panel relative flex flex-col bg-card ${isDragging ? 'z-30 rotate-1 border-2! border-primary! shadow-pop' : ''}`}
      style={{
        ...spanOf(columns),
        ...(transform && { translate: `${transform.x}px ${transform.y}px` }),
      }}
    >
      <div className="flex min-h-11 flex-wrap items-center gap-x-1 px-2 py-1">
        <button
          ref={setActivatorNodeRef}
          type="button"
          id={gripId(id)}
          {...attributes}
          {...listeners}
          aria-label={`Move ${title}`}
          className="grid size-7 shrink-0 cursor-grab touch-none place-items-center rounded-[6px] text-subtle hover:bg-muted max-md:hidden"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <h2 className="min-w-0 truncate text-body max-md:pl-2">{title}</h2>
        <div className="ml-auto flex items-center gap-0.5">
          <Step label={`Move ${title} earlier`} isOff={place === 0} onClick={() => draft.move(id, place - 1)}>
            <ArrowLeft aria-hidden className="max-md:rotate-90" />
          </Step>
          <Step label={`Move ${title} later`} isOff={isLast} onClick={() => draft.move(id, place + 1)}>
            <ArrowRight aria-hidden className="max-md:rotate-90" />
          </Step>
          <span role="group" aria-label={`Size of ${title}`} className="seg mx-1">
            {SIZES.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === size}
                onClick={() => draft.resize(id, each)}
                className="max-md:min-h-10 max-md:min-w-10"
              >
                {each}
              </button>
            ))}
          </span>
          <Step label={`Remove ${title}`} isOff={false} onClick={() => draft.remove(id)}>
            <X aria-hidden />
          </Step>
        </div>
      </div>
      <div inert className="min-w-0 flex-1 overflow-hidden max-md:hidden">
        {children}
      </div>
      {isOver && !isDragging && (
        <span
          aria-hidden
          className="absolute -inset-px grid place-items-center rounded-panel border-2 border-dashed border-primary bg-primary-soft text-muted-foreground"
        >
          Drop here
        </span>
      )}
    </li>
  );
}

interface StepProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button of an icon that keeps the focus when there is nothing left for it to do. */
function Step({ label, isOff, onClick, children }: StepProps) {
  return (
    <Button
      variant="ghost"
      size="sm"
      icon
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
      className="max-md:size-11!"
    >
      {children}
    </Button>
  );
}
