import type { ReactNode } from 'react';

/** The padded content of a page that is read rather than scanned: capped at 1180 px and centred. */
export function PageBody({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[1180px] flex-1 px-6 pt-7 pb-10 md:px-10 md:pt-9 max-md:px-4 print:p-0">
      {children}
    </div>
  );
}
