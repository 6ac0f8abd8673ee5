import type { CollisionDetection, KeyboardCoordinateGetter } from '@dnd-kit/core';
import type { PlacedWidget } from '@/lib/domain/dashboard-layout';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrow keys take a widget that was picked up to the corner of the next in order, or of the one before. */
export function stepThrough(layout: readonly PlacedWidget[]): KeyboardCoordinateGetter {
  return (event, { active, context: { over, droppableRects } }) => {
    const step = STEPS[event.code];
    if (step === undefined) return undefined;
    event.preventDefault();
    const from = layout.findIndex(({ id }) => id === (over?.id ?? active));
    const to = layout[from + step];
    const rect = to && droppableRects.get(to.id);
    return rect && { x: rect.left, y: rect.top };
  };
}

/** What lies under a widget that keys move: that whose corner is nearest to its own, as the sizes differ. */
export const atCorner: CollisionDetection = ({ collisionRect, droppableRects, droppableContainers }) => {
  const corners = droppableContainers.flatMap((droppableContainer) => {
    const rect = droppableRects.get(droppableContainer.id);
    if (!rect) return [];
    const value = Math.hypot(rect.left - collisionRect.left, rect.top - collisionRect.top);
    return [{ id: droppableContainer.id, data: { droppableContainer, value } }];
  });
  return corners.toSorted((a, b) => a.data.value - b.data.value);
};
