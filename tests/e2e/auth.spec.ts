import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { fillRegistration, PASSWORD, registered, signIn } from './sign-up';

const SESSION_COOKIE = 'dueline.session';

test('register, sign out, sign in wrong and then right', async ({ page }) => {
  const { email, business } = await registered(page);
  await expect(page.getByText(business).first()).toBeVisible();

  await page.getByRole('button', { name: /Ada Admin/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');

  await signIn(page, email, 'not the password');
  const password = page.getByLabel('Password', { exact: true });
  await expect(page.getByText('That e-mail and password don’t match.')).toBeVisible();
  await expect(password).toBeFocused();
  await expect(password).toHaveAccessibleDescription(/don’t match/);
  await expect(page.getByLabel('E-mail')).toHaveValue(email);

  await signIn(page, email, PASSWORD);
  await expect(page).toHaveURL('/');
});

test('a visitor is led to sign in and then back to where he wanted to go', async ({ page }) => {
  const { email } = await registered(page);
  await page.context().clearCookies();
  await page.goto('/account?from=a%26b');
  await expect(page).toHaveURL('/sign-in?next=%2Faccount%3Ffrom%3Da%2526b');
  await signIn(page, email, PASSWORD);
  await expect(page).toHaveURL('/account?from=a%26b');
});

test('nobody is led to another host after signing in', async ({ page, baseURL }) => {
  const { email } = await registered(page);
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example', '/%09/evil.example']) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, email, PASSWORD);
    await expect(page).not.toHaveURL(/sign-in/);
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin);
  }
});

test('what is wrong with a registration stands at its fields, and what was typed stays', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('E-mail').fill('dana');
  await page.getByLabel('Password', { exact: true }).fill('password1');
  await page.getByRole('button', { name: 'Create business' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription(/Enter your name/);
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/such as dana@example\.com/);
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/common/);
  await expect(page.getByLabel('E-mail')).toHaveValue('dana');
});

test('an e-mail address that has a login is sent to sign in', async ({ page }) => {
  const { email } = await registered(page);
  await page.context().clearCookies();
  await fillRegistration(page, { email, business: 'Another' });
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Sign in with it instead/);
});

test('a new password signs out the other browser, which is led to sign in', async ({ page, browser }) => {
  const { email } = await registered(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto('/sign-in');
  await signIn(other, email, PASSWORD);
  await expect(other).toHaveURL('/');

  await page.goto('/account');
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('a different one entirely');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed.')).toBeVisible();

  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page).toHaveURL('/account');
  await other.context().close();
});

test('a browser that was signed out from another one is a visitor on its next request', async ({
  page,
  browser,
}) => {
  const { email } = await registered(page);
  const other = await (
    await browser.newContext({ userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' })
  ).newPage();
  await other.goto('/sign-in');
  await signIn(other, email, PASSWORD);
  await expect(other).toHaveURL('/');

  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out Firefox on Linux' }).click();
  await expect(page.getByText('Firefox on Linux')).toHaveCount(0);
  await other.goto('/');
  await expect(other).toHaveURL('/sign-in');
  await other.context().close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one can register, sign in, and is told what was wrong', async ({ page }) => {
    const { email } = await registered(page);
    await page.context().clearCookies();
    await page.goto('/sign-in?next=%2Faccount');
    await signIn(page, email, 'not the password');
    await expect(page.getByText('That e-mail and password don’t match.')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await signIn(page, email, PASSWORD);
    await expect(page).toHaveURL('/account');
  });
});

test('the cookie is out of reach of scripts and of other sites, and names nobody', async ({ page }) => {
  const { email } = await registered(page);
  const cookies = await page.context().cookies();
  const session = cookies.find((cookie) => cookie.name === SESSION_COOKIE);
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain(SESSION_COOKIE);
  const stored = await page.evaluate(async () => (await fetch('/api/auth/session')).text());
  expect(stored).not.toContain(email);
});

test('a forged, a foreign and a broken cookie are a visitor’s', async ({ page, baseURL }) => {
  const own = await registered(page);
  const foreign = await encode({
    token: { sid: randomUUID() },
    secret: 'a secret that is not the one of this installation',
    salt: SESSION_COOKIE,
  });
  const real = (await page.context().cookies()).find((cookie) => cookie.name === SESSION_COOKIE)?.value ?? '';
  for (const value of [foreign, `${real.slice(0, -4)}AAAA`, 'x', own.email, '%00']) {
    await page.context().clearCookies();
    await page.context().addCookies([{ name: SESSION_COOKIE, value, url: baseURL ?? '' }]);
    await page.goto('/account');
    await expect(page).toHaveURL('/sign-in?next=%2Faccount');
  }
});

test('a write from another site, or from nowhere, is refused before it reaches anything', async ({
  page,
  baseURL,
}) => {
  await registered(page);
  const post = (headers: Record<string, string>, path = '/sign-in') =>
    page.request.post(path, { headers, form: { email: 'a@b.example', password: 'x' }, maxRedirects: 0 });
  const own = new URL(baseURL ?? '').origin;
  expect((await post({ Origin: 'https://evil.example' })).status()).toBe(403);
  expect((await post({ Origin: 'null' })).status()).toBe(403);
  expect((await post({})).status()).toBe(403);
  expect((await post({ Origin: own, 'Sec-Fetch-Site': 'cross-site' })).status()).toBe(403);
  expect((await post({ Origin: 'https://evil.example' }, '/api/auth/signout')).status()).toBe(403);
  // The interface asks for a key, whatever the origin: a session may only read.
  expect((await post({}, '/api/v1/payments')).status()).toBe(401);
  expect((await post({ Authorization: 'Basic YTpi' }, '/api/v1/payments')).status()).toBe(401);
  expect((await post({ Authorization: 'Bearer dl_x' }, '/api/v1/payments')).status()).not.toBe(403);
  expect((await post({}, '/_next/static/x')).ok()).toBe(false);
});

test('every page comes with the headers that keep others out, and no script breaks its policy', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await registered(page);
  for (const path of ['/sign-in', '/register', '/account', '/no-such-page']) {
    const headers = (await page.goto(path))?.headers() ?? {};
    expect(headers['content-security-policy']).toMatch(
      /script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'; .*object-src 'none'; base-uri 'none'; frame-ancestors 'none'/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
  }
  expect(complaints).toEqual([]);
});

test('two answers never share a nonce', async ({ request }) => {
  const nonceOf = async () =>
    /'nonce-([^']+)'/.exec((await request.get('/sign-in')).headers()['content-security-policy'] ?? '')?.[1];
  expect(await nonceOf()).not.toBe(await nonceOf());
});

test('an invitation link that opens nothing says so', async ({ page }) => {
  await page.goto(`/invite/${'x'.repeat(43)}`);
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
});
