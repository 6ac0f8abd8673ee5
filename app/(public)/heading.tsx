import type { ReactNode } from 'react';

/** The title of a public page and the sentence below it. */
export function Heading({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h1 className="text-figure tracking-[-.022em]">{title}</h1>
      <p className="mt-1.5 text-[15px] leading-6 text-muted-foreground">{children}</p>
    </>
  );
}
