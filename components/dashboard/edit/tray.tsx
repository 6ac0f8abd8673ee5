'use client';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { WidgetIcon } from '@/components/dashboard/widget-icon';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import type { WidgetId } from '@/lib/domain/dashboard-layout';
import { formatCount } from '@/lib/format';
import { addButtonId, type Draft } from './use-draft';

/** What can be put on the dashboard, with a search, and what was done last. */
export function Tray({ draft, offered }: { readonly draft: Draft; readonly offered: readonly WidgetId[] }) {
  const [text, setText] = useState('');
  const rest = offered.filter((id) => draft.layout.every((widget) => widget.id !== id));
  const found = rest.filter((id) => WIDGET_TITLES[id].toLowerCase().includes(text.trim().toLowerCase()));
  const label = `Search ${formatCount(rest.length, 'widget')}`;
  return (
    <aside
      aria-labelledby="tray"
      className="flex w-[264px] shrink-0 flex-col gap-3 border-border p-4 max-lg:w-full max-lg:border-t lg:border-l"
    >
      <h2 id="tray" className="text-form">
        Add a widget
      </h2>
      <label className="field field-sm">
        <Search aria-hidden className="size-3.5 shrink-0 text-subtle" />
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {found.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {found.map((id) => (
            <TrayItem key={id} id={id} onAdd={() => draft.add(id)} />
          ))}
        </ul>
      ) : (
        <p className="text-muted-foreground">
          {rest.length === 0 ? 'All widgets are on the dashboard.' : 'No widget is called that.'}
        </p>
      )}
      <p className="mt-1 text-meta text-subtle max-md:hidden">
        Drag a widget, or use its arrow buttons. With the keyboard: Space picks up, arrows move, Space drops,
        Esc puts it back.
      </p>
      <p role="status" className="mt-auto text-meta text-subtle">
        {draft.said}
      </p>
    </aside>
  );
}

function TrayItem({ id, onAdd }: { readonly id: WidgetId; readonly onAdd: () => void }) {
  return (
    <li className="flex items-center gap-3 rounded-[9px] border border-border bg-card p-2.5">
      <WidgetIcon id={id} />
      <span className="font-medium">{WIDGET_TITLES[id]}</span>
      <button
        type="button"
        id={addButtonId(id)}
        aria-label={`Add ${WIDGET_TITLES[id]}`}
        onClick={onAdd}
        className="btn btn-sm btn-icon ml-auto max-md:size-11!"
      >
        <Plus aria-hidden />
      </button>
    </li>
  );
}
