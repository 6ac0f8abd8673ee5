import type { ReactNode } from 'react';

interface SettingsSectionProps {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly words?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page of the settings. */
export function SettingsSection({ id, title, words, children }: SettingsSectionProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col">
      <h2 id={id} className="text-title">
        {title}
      </h2>
      {words && <div className="max-w-[68ch] text-muted-foreground">{words}</div>}
      <div className="mt-4 flex flex-col">{children}</div>
    </section>
  );
}
