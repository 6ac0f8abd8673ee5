import { expect, type Page } from '@playwright/test';

/** The widget of a title. */
export const widget = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
/** The titles on the page, in order; while it is arranged the widgets' own are under those of the handles, and hidden. */
export const titles = (page: Page) => page.locator('main h2').filter({ visible: true }).allTextContents();
/** What was done last while the layout is arranged. */
export const status = (page: Page) => page.getByRole('complementary').getByRole('status');

/** Shows a widget's figures as a table, with keys alone. */
export async function asTable(page: Page, title: string): Promise<void> {
  // What was open before gives the focus back once it has gone.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: `${title}: menu` }).press('Enter');
  await page.getByRole('button', { name: 'Show as table' }).press('Enter');
  await expect(widget(page, title).getByRole('table')).toBeVisible();
}

/** Saves the layout. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save layout' }).click();
  await expect(page.getByRole('link', { name: 'Edit layout' })).toBeVisible();
}

/** Steps what was picked up to the right: again when the key came before the places were measured. */
export async function stepRight(page: Page, said: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(said)).toBeAttached({ timeout: 5_000 });
  }).toPass();
}
