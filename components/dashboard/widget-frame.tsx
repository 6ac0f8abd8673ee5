'use client';
import { ChartColumn, Ellipsis, List, Table2 } from 'lucide-react';
import type { Route } from 'next';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { NavLink } from '@/components/shell/nav-link';
import { Popover } from '@/components/ui/popover';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { keepKnown } from './last-known';

interface WidgetFrameProps {
  readonly title: string;
  /** What the widget shows, in a sentence. */
  readonly finding: string;
  /** Beside the title: of when, how many. */
  readonly hint?: ReactNode;
  /** At the right of the title: how it is drawn, and what it is made of. */
  readonly tools?: ReactNode;
  /** The same figures as a table, shown when asked for. */
  readonly table: ReactNode;
  /** Where the rows behind it are listed. */
  readonly rowsHref?: Route;
  /** The title is said but not shown, and the menu lies over the content. */
  readonly isBare?: boolean;
  readonly children: ReactNode;
}

/** A widget: its title, its menu, and its content as a drawing or as a table. */
export function WidgetFrame(props: WidgetFrameProps) {
  const { title, finding, hint, tools, table, isBare = false, children } = props;
  const [isTable, setIsTable] = useState(false);
  const titleId = useId();
  useEffect(() => keepKnown(title, finding), [title, finding]);
  return (
    <section aria-labelledby={titleId} className="relative flex h-full min-w-0 flex-col">
      <header
        className={
          isBare
            ? 'absolute top-1.5 right-1.5 z-1 in-data-arranging:hidden'
            : 'flex min-h-10 items-center gap-2 pt-1.5 pr-2 pl-4 in-data-arranging:hidden'
        }
      >
        <h2 id={titleId} className={isBare ? 'sr-only' : 'shrink-0 text-body'}>
          {title}
        </h2>
        {hint && <span className="min-w-0 truncate text-meta text-subtle">{hint}</span>}
        <span className="ml-auto flex shrink-0 items-center gap-1">
          {tools}
          <Menu {...props} isTable={isTable} onToggle={() => setIsTable(!isTable)} />
        </span>
      </header>
      <div
        role="group"
        aria-label={finding}
        className={isTable ? 'hidden' : 'flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto'}
      >
        {children}
      </div>
      {isTable && (
        <ScrollRegion
          label={`${title} as a table`}
          className={`min-h-0 min-w-0 flex-1 overflow-auto pb-2 ${isBare ? 'pt-1.5' : ''}`}
        >
          {table}
        </ScrollRegion>
      )}
    </section>
  );
}

interface MenuProps extends Pick<WidgetFrameProps, 'title' | 'rowsHref'> {
  readonly isTable: boolean;
  readonly onToggle: () => void;
}

function Menu({ title, rowsHref, isTable, onToggle }: MenuProps) {
  return (
    <Popover
      label={title}
      align="end"
      trigger={<Ellipsis aria-hidden className="size-4" />}
      triggerLabel={`${title}: menu`}
      triggerClassName="inline-grid size-7 place-items-center rounded-[6px] text-subtle hover:bg-muted hover:text-foreground max-md:size-11 print:hidden"
      className="min-w-44"
    >
      <button type="button" data-close className="nav w-full max-md:h-11" onClick={onToggle}>
        {isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
        {isTable ? 'Show as a drawing' : 'Show as table'}
      </button>
      {rowsHref && (
        <NavLink href={rowsHref} className="nav max-md:h-11">
          <List aria-hidden />
          List the rows
        </NavLink>
      )}
    </Popover>
  );
}
