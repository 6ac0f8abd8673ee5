'use client';
import { useSyncExternalStore } from 'react';

const THEMES = ['light', 'dark', 'system'] as const;
type Theme = (typeof THEMES)[number];

const NAMES: Readonly<Record<Theme, string>> = { light: 'Light', dark: 'Dark', system: 'System' };
const YEAR_SECONDS = 31_536_000;

/** Light, dark, or as the system says. Remembered in a cookie that the root layout reads before the first paint. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(subscribe, current, () => 'system');
  return (
    <div role="group" aria-label="Theme" className="seg w-full">
      {THEMES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={theme === each}
          onClick={() => pin(each)}
          className="flex-1 max-md:py-2!"
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}

function current(): Theme {
  const { classList } = document.documentElement;
  return THEMES.find((theme) => classList.contains(theme)) ?? 'system';
}

function pin(theme: Theme): void {
  const { classList } = document.documentElement;
  classList.remove('light', 'dark');
  if (theme !== 'system') classList.add(theme);
  const age = theme === 'system' ? 0 : YEAR_SECONDS;
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['class'] });
  return () => observer.disconnect();
}
