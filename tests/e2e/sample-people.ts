import { expect, type Page } from '@playwright/test';
import type { Actor } from '@/lib/actor';

/** Signs in as one of the three people of the sample books, which are made when they are not there yet. */
export async function openSample(page: Page, role: Actor['role']): Promise<void> {
  await page.goto('/sample');
  if (page.url().endsWith('/welcome')) {
    await page.getByRole('button', { name: 'Look around with sample data' }).click();
    await expect(page).toHaveURL('/sample', { timeout: 60_000 });
  }
  await page.getByRole('button', { name: `Open as ${role}` }).click();
  await expect(page).toHaveURL(role === 'customer' ? '/portal' : '/');
}
