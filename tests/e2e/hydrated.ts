import type { Page } from '@playwright/test';

/** Waits until the element that `selector` finds answers to what is typed: React has put its properties on it, and is through with that. */
export async function hydrated(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const element = document.querySelector(wanted);
    return element !== null && Object.keys(element).some((key) => key.startsWith('__reactProps'));
  }, selector);
  // The properties come before the values that fields begin with, which would replace what is chosen in between.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
