'use client';
import { Search } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { type Params, withParams } from '@/lib/url';

interface SearchFieldProps {
  /** What is looked for, for a screen reader and as a placeholder: "Find a customer". */
  readonly label: string;
  readonly path: Route;
  /** The page's parameters: all but q and page are kept. */
  readonly params: Params;
  readonly value: string;
}

const WAIT_MS = 250;

/** Narrows a list as one types: the text goes into the address after a short rest, at once on Enter. */
export function SearchField({ label, path, params, value }: SearchFieldProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [text, setText] = useState(value);
  // What this field last put into the address: anything else there came by another way, such as a filter that was taken away.
  const [put, setPut] = useState(value);
  if (!isPending && value !== put) {
    setPut(value);
    setText(value);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = (q: string) => {
    clearTimeout(timer.current);
    const href = withParams(path, params, { q: q.trim() || null, page: null });
    setPut(q.trim());
    startTransition(() => router.replace(href, { scroll: false }));
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <form
      role="search"
      action={path}
      className="field field-sm w-[260px]! max-md:w-full!"
      onSubmit={(event) => {
        event.preventDefault();
        search(text);
      }}
    >
      <Search aria-hidden className="size-3.5 shrink-0 text-subtle" />
      <input
        type="search"
        name="q"
        aria-label={label}
        aria-busy={isPending}
        placeholder={label}
        autoComplete="off"
        maxLength={100}
        data-table-search
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(search, WAIT_MS, target.value);
        }}
      />
    </form>
  );
}
