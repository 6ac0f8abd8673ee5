import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { Params } from '@/lib/url';
import { KeptParams } from './kept-params';

interface FilterPanelProps {
  /** The page that is narrowed. */
  readonly path: string;
  /** Its parameters: what the form does not ask for, it keeps. */
  readonly params: Params;
  /** What the form asks for, and what no longer holds once it is sent. */
  readonly asked: readonly string[];
  /** What the button says. */
  readonly trigger?: ReactNode;
  readonly children: ReactNode;
}

/** Narrows a list: a plain form that asks for the same page with other parameters. */
export function FilterPanel({ path, params, asked, trigger = 'Filters', children }: FilterPanelProps) {
  return (
    <Popover
      label="Filters"
      align="end"
      className="w-80"
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11!')}
      trigger={
        <>
          <ListFilter aria-hidden />
          {trigger}
        </>
      }
    >
      <form action={path} data-close className="flex flex-col gap-4 p-3">
        <KeptParams params={params} except={asked} />
        {children}
        <Button type="submit" variant="primary">
          Show these
        </Button>
      </form>
    </Popover>
  );
}
