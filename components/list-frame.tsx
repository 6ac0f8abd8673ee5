import type { Route } from 'next';
import type { ReactNode } from 'react';
import { type Chip, ChipList } from '@/components/chip-list';
import { DroppedStrip } from '@/components/dropped-strip';
import { ListToolbar } from '@/components/list-toolbar';
import { TableKeys } from '@/components/table-keys';
import { KeysetPager } from '@/components/ui/keyset-pager';
import { formatCount } from '@/lib/format';
import { type Params, withParams } from '@/lib/url';

interface ListFrameProps {
  readonly path: Route;
  /** The filters as the address has them, without the page. */
  readonly params: Params;
  /** Names of parameters that could not be read. */
  readonly dropped: readonly string[];
  readonly searchLabel: string;
  readonly q: string;
  /** What can be shown; the first is shown without a parameter. */
  readonly shows: readonly { readonly show: string; readonly label: string }[];
  readonly show: string;
  /** At the end of the toolbar: further filters, kept views, files. */
  readonly tools?: ReactNode;
  /** Every active filter that the toolbar does not show. */
  readonly chips?: readonly Chip[];
  /** Takes all filters away. */
  readonly clearHref?: Route;
  /** What is counted: "invoice"; rows on this page and on all, whether it is the first, and where the next begins (null: nowhere). */
  readonly noun: string;
  readonly plural?: string;
  readonly shown: number;
  readonly count: number;
  readonly isFirst: boolean;
  readonly next: unknown;
  /** The table; what is said when nothing matches. */
  readonly children: ReactNode;
}

/** What stands around every list: its search and filters above, its pages below. */
export function ListFrame(props: ListFrameProps) {
  const { path, params, searchLabel, q, shows, show, tools, chips = [], clearHref = path, next } = props;
  return (
    <>
      <DroppedStrip names={props.dropped} />
      <ListToolbar path={path} params={params} searchLabel={searchLabel} q={q} shows={shows} show={show}>
        {tools}
      </ListToolbar>
      <ChipList
        chips={chips}
        clearHref={clearHref}
        className="border-b border-border px-5 py-2 max-md:px-4"
      />
      {props.count > 0 && <TableKeys />}
      {props.children}
      <KeysetPager
        shown={props.shown}
        of={formatCount(props.count, props.noun, props.plural ?? `${props.noun}s`)}
        firstHref={props.isFirst ? null : withParams(path, params, {})}
        nextHref={next === null ? null : withParams(path, params, { after: cursorText(next) })}
      />
    </>
  );
}

/** A cursor as an address has it: an id as it is, anything else as JSON. */
function cursorText(next: unknown): string {
  return typeof next === 'string' ? next : JSON.stringify(next);
}
