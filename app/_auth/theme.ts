import 'server-only';
import { cookies } from 'next/headers';
import type { OwnTaste } from '@/lib/own-taste';

const YEAR_SECONDS = 31_536_000;

/** Pins light or dark in this browser, as the switch of the menu does; `system` leaves it to the system. */
export async function pinTheme(theme: OwnTaste['theme']): Promise<void> {
  const jar = await cookies();
  if (theme === 'system') jar.delete('theme');
  else jar.set('theme', theme, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' });
}
