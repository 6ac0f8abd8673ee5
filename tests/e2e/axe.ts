import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** axe finds nothing on the page as it stands, and it is no wider than the window. What is wrong does not end the test. */
export async function expectClean(page: Page, what: string): Promise<void> {
  // A mail is shown in a frame that runs nothing, not even what looks at it.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect.soft(found, `${page.url()} ${what}`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, `${page.url()} ${what} is as wide as the window`).toBeLessThanOrEqual(0);
}

/** The same in light and dark, on a desk and on a phone. */
export async function expectCleanEverywhere(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await expectClean(page, `${colorScheme}, ${width} px wide`);
    }
}
