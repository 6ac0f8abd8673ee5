import { expect, test } from '@playwright/test';
import { asTable, save, widget } from './dashboard-steps';
import { openSample } from './sample-people';

test('customers that leave their habit are warned of early, with what shows it, how it is judged, and the list', async ({
  page,
}) => {
  await openSample(page, 'manager');
  await page.goto('/dashboard?edit=1');
  await page.getByRole('button', { name: 'Add Early warnings' }).click();
  await save(page);
  const warnings = widget(page, 'Early warnings');
  const first = warnings.getByRole('listitem').first();
  await expect(first).toContainText(/\d+ days? late, used to be /);
  const name = (await first.getByRole('link').getAttribute('title'))?.split(':')[0] ?? 'nobody';
  await first.getByRole('button', { name: `Explain ${name}` }).click();
  await expect(page.getByRole('dialog')).toContainText(
    /recent payments came later than nine in ten of the \d+ before/,
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Explain Early warnings, \d/ }).click();
  await expect(page.getByRole('dialog')).toContainText('at least five days later after the due day');
  await page.keyboard.press('Escape');
  await asTable(page, 'Early warnings');
  await expect(warnings.getByRole('row', { name: new RegExp(`^${name}`) })).toContainText(/\d of \d/);
  await page.getByRole('button', { name: 'Early warnings: menu' }).click();
  await page.getByRole('link', { name: 'List the rows' }).click();
  await expect(page).toHaveURL(/\/worklist\?.*show=slipping/);
  await expect(page.getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible();
});
