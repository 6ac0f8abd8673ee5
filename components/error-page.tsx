import type { ReactNode } from 'react';

/** A page that says why there is no other: what happened, what is safe, what to do. */
export function ErrorPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center px-6 py-12">
      <title>{`${title}, Dueline`}</title>
      <div className="w-full max-w-[440px]">
        <h1 className="text-figure tracking-[-.022em]">{title}</h1>
        <div className="mt-2 text-[15px] leading-6 text-muted-foreground">{children}</div>
      </div>
    </main>
  );
}
