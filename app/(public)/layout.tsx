import type { ReactNode } from 'react';
import { AgingArt } from './aging-art';

/** The pages before somebody is signed in: one column to read, and a picture where there is room. */
export default function PublicLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[1fr_minmax(0,44vw)] xl:grid-cols-[1fr_640px]">
      <main id="main" className="grid place-items-center bg-card px-6 py-12 max-md:px-4">
        <div className="w-full max-w-[368px]">
          <p className="mb-10 flex items-center gap-2.5 text-[17px] font-semibold tracking-[-.012em]">
            <span
              aria-hidden
              className="grid size-9 place-items-center rounded-[10px] bg-primary text-[16px] text-primary-foreground"
            >
              D
            </span>
            Dueline
          </p>
          {children}
        </div>
      </main>
      {/* `paper` sets the tokens anew, `dark` makes them those of the dark theme in both. */}
      <div aria-hidden className="paper dark relative overflow-hidden bg-primary-soft max-lg:hidden">
        <AgingArt />
      </div>
    </div>
  );
}
