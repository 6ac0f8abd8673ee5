import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import postgres from 'postgres';
import { createApiKey } from '@/db/commands/create-api-key';
import { withScope } from '@/db/scope';
import type { StaffActor, StaffRole } from '@/lib/actor';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';

/** An organization of its own with a key of each role, and ways to ask in their names. */
export interface Books {
  /** Its administrator, for what is not asked over HTTP. */
  readonly actor: StaffActor;
  /** The administrator's key itself. */
  readonly key: string;
  readonly admin: Asking;
  readonly manager: Asking;
}

/** What a key can ask. */
export interface Asking {
  get(path: string): Promise<APIResponse>;
  post(path: string, body?: unknown, key?: string): Promise<APIResponse>;
  patch(path: string, body: unknown): Promise<APIResponse>;
  delete(path: string): Promise<APIResponse>;
}

/** A fresh organization. */
export async function createBooks(request: APIRequestContext): Promise<Books> {
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  const orgId = randomUUID();
  await owner`insert into organizations (id, name, currency, time_zone) values (${orgId}, 'API Traders', 'USD', 'UTC')`;
  await owner.end();
  const actor: StaffActor = {
    kind: 'staff',
    role: 'admin',
    userId: null,
    name: 'Test',
    org: {
      id: orgId,
      name: 'API Traders',
      currency: 'USD',
      timeZone: 'UTC',
      agingBasis: 'due',
      bounds: DEFAULT_BOUNDS,
      isSample: false,
    },
  };
  const keyOf = async (role: StaffRole) =>
    (await withScope(actor, 'write', (tx) => createApiKey(tx, actor, { name: role, role }))).key;
  const key = await keyOf('admin');
  return {
    actor,
    key,
    admin: asking(request, key),
    manager: asking(request, await keyOf('manager')),
  };
}

/** Asks in the name of a key. */
export function asking(request: APIRequestContext, key: string): Asking {
  const headers = { Authorization: `Bearer ${key}` };
  return {
    get: (path) => request.get(`/api/v1${path}`, { headers }),
    post: (path, data = {}, idempotencyKey) =>
      request.post(`/api/v1${path}`, {
        headers: { ...headers, ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}) },
        data,
      }),
    patch: (path, data) => request.patch(`/api/v1${path}`, { headers, data }),
    delete: (path) => request.delete(`/api/v1${path}`, { headers }),
  };
}

/** The body of an answer with this status. */
export async function bodyOf(response: APIResponse, status = 200): Promise<Record<string, unknown>> {
  const text = await response.text();
  expect(response.status(), `${response.url()} ${text}`).toBe(status);
  return JSON.parse(text) as Record<string, unknown>;
}

/** The error of an answer with this status, which has the shape that all errors have. */
export async function errorOf(response: APIResponse, status: number): Promise<Record<string, unknown>> {
  const body = await bodyOf(response, status);
  expect(Object.keys(body)).toEqual(['error']);
  const error = body.error as Record<string, unknown>;
  expect(error).toMatchObject({ code: expect.any(String), message: expect.stringMatching(/\S/) });
  expect(error.request_id).toBe(response.headers()['x-request-id']);
  expect(response.headers()['cache-control']).toContain('no-store');
  return error;
}

/** A customer of these books. */
export async function customerOf(books: Books, name: string, more: object = {}): Promise<string> {
  return String((await bodyOf(await books.admin.post('/customers', { name, ...more }), 201)).customer_id);
}

/** An invoice of 5 January 2026, due 30 days later. */
export async function invoiceOf(
  books: Books,
  customerId: string,
  amount: string | number,
  more: object = {},
): Promise<string> {
  const body = { customer_id: customerId, invoice_date: '2026-01-05', terms_days: 30, amount, ...more };
  return String((await bodyOf(await books.admin.post('/invoices', body), 201)).invoice_id);
}
