// The pages in a real browser, on books with 10,000 and 100,000 open items: server time, paint, shift and scripts.
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { type Browser, chromium, devices, type Page } from '@playwright/test';
import postgres from 'postgres';
import { z } from 'zod';
import { lookBackOn } from '@/jobs/look-back';
import { presentChromium } from '@/scripts/chromium.mjs';
import { ROOT } from '@/scripts/root';
import type { ThrowawayDatabase } from '@/scripts/throwaway-database';
import { benchActor } from './actor';
import { benchApp } from './app';
import { fillBooks, vacuum } from './fill-books';
import { median, row } from './measure';

const manifest = z.object({ rootMainFiles: z.array(z.string()), polyfillFiles: z.array(z.string()) });
const TODAY = new Date().toISOString().slice(0, 10);
const VISITS = 7;
const ROUTES = ['/', '/dashboard', '/explore', '/aging', '/reports', '/customers', '/invoices', '/payments'];

/** Prints what each page costs, for each number of invoices; about a tenth of them are open. */
export async function benchPages(
  { ownerUrl, appUrl }: ThrowawayDatabase,
  sizes: readonly number[],
): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  const app = await benchApp(appUrl);
  const executablePath = presentChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const size of sizes) {
      const { orgId } = await fillBooks(owner, size, TODAY);
      await vacuum(owner);
      // As the worker does every night: without it the first forecast of a day looks back by itself.
      await lookBackOn(benchActor(orgId));
      const login = await addAdmin(owner, orgId);
      const [open] = await owner<{ n: number }[]>`
        select count(*)::int as n from open_items where org_id = ${orgId} and open_minor <> 0`;
      process.stdout.write(
        `\n${row(`${(open?.n ?? 0).toLocaleString('en-US')} open items`, 'server ms', 'LCP ms', 'phone LCP', 'shift', 'scripts KB')}\n`,
      );
      for (const route of ROUTES) process.stdout.write(`${await visits(browser, app.url, login, route)}\n`);
    }
  } finally {
    await browser.close();
    await app.stop();
    await owner.end({ timeout: 5 });
  }
}

interface Login {
  readonly email: string;
  readonly password: string;
}

async function addAdmin(owner: postgres.Sql, orgId: string): Promise<Login> {
  const [userId, password] = [randomUUID(), randomBytes(12).toString('hex')];
  const email = `${userId}@example.com`;
  await owner`insert into users ${owner({ id: userId, email, name: 'Bench', password_hash: await hash(password) })}`;
  await owner`insert into memberships ${owner({ id: randomUUID(), org_id: orgId, user_id: userId, role: 'admin' })}`;
  return { email, password };
}

/** What one visit cost, in milliseconds; `shift` without a unit, `scripts` in bytes as they travel. */
interface Visit {
  readonly server: number;
  readonly paint: number;
  readonly shift: number;
  readonly scripts: number;
}

async function visits(browser: Browser, url: string, login: Login, route: string): Promise<string> {
  const desk = await repeated(browser, { url, login, route, device: {} });
  const phone = await repeated(browser, { url, login, route, device: devices['Pixel 7'] ?? {} });
  const middle = (list: readonly Visit[], key: keyof Visit) => median(list.map((visit) => visit[key]));
  return row(
    route,
    middle(desk, 'server'),
    middle(desk, 'paint'),
    middle(phone, 'paint'),
    Math.max(...[...desk, ...phone].map((visit) => visit.shift)),
    middle(desk, 'scripts') / 1000,
  );
}

interface Visiting {
  readonly url: string;
  readonly login: Login;
  readonly route: string;
  readonly device: Parameters<Browser['newContext']>[0];
}

/** The same page several times, each with an empty cache, the first not counted. */
async function repeated(browser: Browser, { url, login, route, device }: Visiting): Promise<Visit[]> {
  const context = await browser.newContext({ ...device, baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(login.email);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/');
  const runtime = runtimeScripts(url);
  const seen: Visit[] = [];
  for (let visit = 0; visit <= VISITS; visit += 1) {
    const one = await visited(page, route, runtime);
    if (visit > 0) seen.push(one);
  }
  await context.close();
  return seen;
}

/** Opens a page and waits until it is quiet. Scripts in `runtime` are not counted. */
async function visited(page: Page, route: string, runtime: ReadonlySet<string>): Promise<Visit> {
  await page.goto(route, { waitUntil: 'networkidle' });
  const [paint, shift] = await page.evaluate(observed);
  const [navigation, scripts] = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    const loaded = performance.getEntriesByType('resource');
    return [entry?.toJSON(), loaded.map((each) => each.toJSON())];
  });
  const own = scripts.filter((each) => isScript(each.name) && !runtime.has(each.name));
  return {
    server: navigation.responseStart - navigation.requestStart,
    paint,
    shift,
    scripts: own.reduce((sum, each) => sum + each.encodedBodySize, 0),
  };
}

/** In the page: the largest contentful paint and the sum of layout shifts so far. */
function observed(): Promise<[number, number]> {
  return new Promise((resolve) => {
    let [paint, shift] = [0, 0];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) paint = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += Number(entry.toJSON().value);
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve([paint, shift]), 100);
  });
}

/** What every page of any such app loads: Next, React and the polyfills for old browsers. */
function runtimeScripts(url: string): Set<string> {
  const file = path.join(ROOT, '.next', 'build-manifest.json');
  const { rootMainFiles, polyfillFiles } = manifest.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  return new Set([...rootMainFiles, ...polyfillFiles].map((name) => `${url}/_next/${name}`));
}

function isScript(name: string): boolean {
  return /\.js(\?|$)/.test(name);
}
