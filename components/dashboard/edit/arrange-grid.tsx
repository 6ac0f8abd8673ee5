'use client';
import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { positionWords, WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { moveWidget, type WidgetId } from '@/lib/domain/dashboard-layout';
import { rowsOf } from '@/lib/domain/dashboard-rows';
import { ArrangedWidget } from './arranged-widget';
import { atCorner, stepThrough } from './keyboard-steps';
import { type Draft, gripId } from './use-draft';

interface ArrangeGridProps {
  readonly draft: Draft;
  readonly contents: Readonly<Partial<Record<WidgetId, ReactNode>>>;
}

/** The widgets while they are arranged: each can be dragged, by the pointer or by keys, and has buttons that do the same. */
export function ArrangeGrid({ draft, contents }: ArrangeGridProps) {
  const { layout } = draft;
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    // A scroll that still glides when the widget is put back would carry it out of sight.
    useSensor(KeyboardSensor, { coordinateGetter: stepThrough(layout), scrollBehavior: 'instant' }),
  );
  const placed = (id: unknown) => layout.find((widget) => widget.id === id);
  const placeOf = (id: unknown) => layout.findIndex((widget) => widget.id === id);
  return (
    <DndContext
      id="dashboard"
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={{ announcements: announcements(draft), screenReaderInstructions: INSTRUCTIONS }}
      onDragEnd={({ active, over }) => {
        const widget = placed(active.id);
        if (!widget) return;
        if (over && over.id !== active.id) draft.move(widget.id, placeOf(over.id));
        showGrip(widget.id);
      }}
      onDragCancel={({ active }) => {
        const widget = placed(active.id);
        if (widget) showGrip(widget.id);
      }}
    >
      <SortableContext items={layout.map(({ id }) => id)} strategy={stay}>
        <div className="widgets min-w-0 flex-1 bg-card-2 p-5 max-md:p-3" data-arranging>
          <ol className="widget-grid">
            {rowsOf(layout)
              .flat()
              .map((widget, i) => (
                <ArrangedWidget
                  key={widget.id}
                  widget={widget}
                  place={i}
                  isLast={i === layout.length - 1}
                  draft={draft}
                >
                  {contents[widget.id] ?? (
                    <p className="px-4 py-6 text-muted-foreground">Its figures come when you save.</p>
                  )}
                </ArrangedWidget>
              ))}
          </ol>
          {layout.length === 0 && (
            <p className="py-16 text-center text-muted-foreground">
              No widget is left. Add one from “Add a widget”.
            </p>
          )}
        </div>
      </SortableContext>
    </DndContext>
  );
}

/** The page was scrolled along with the widget: the handle that has the focus is brought back into sight. */
function showGrip(id: WidgetId): void {
  requestAnimationFrame(() => document.getElementById(gripId(id))?.scrollIntoView({ block: 'nearest' }));
}

/** While one is dragged the others stay: where it would go is shown on the one that stands there. */
const stay = () => null;

const underPointer: CollisionDetection = (args) => {
  if (args.pointerCoordinates === null) return atCorner(args);
  const within = pointerWithin(args);
  return within.length > 0 ? within : closestCenter(args);
};

const INSTRUCTIONS = {
  draggable: 'Space picks the widget up, arrow keys move it, Space drops it, Escape puts it back.',
};

function announcements({ layout }: Draft): Announcements {
  const titleOf = (id: unknown) => {
    const widget = layout.find((each) => each.id === id);
    return widget ? WIDGET_TITLES[widget.id] : '';
  };
  return {
    onDragStart: ({ active }) => `Picked up ${titleOf(active.id)}.`,
    onDragOver({ active, over }) {
      const widget = layout.find((each) => each.id === active.id);
      const to = layout.findIndex((each) => each.id === over?.id);
      if (!widget || to < 0) return undefined;
      return `${titleOf(active.id)} would go to ${positionWords(moveWidget(layout, widget.id, to), widget.id)}.`;
    },
    // What was dropped is said by the draft, in the words that the buttons use.
    onDragEnd: () => undefined,
    onDragCancel: ({ active }) => `${titleOf(active.id)} is back where it was.`,
  };
}
