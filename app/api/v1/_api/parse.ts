import type { z } from 'zod';
import { isStorable } from '@/lib/storable';
import { malformed } from './api-error';

/** Reads a value by its schema. @throws ApiError 400 that names the first part at fault. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { message, path } = firstOf(parsed.error.issues);
  const field = path.map(String).join('.');
  throw malformed(field ? `${field}: ${message}.` : `${message}.`, field || undefined);
}

/** Parameters of an address, each at most once. @throws ApiError 400 for one that is repeated. */
export function onceEach(search: URLSearchParams): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of search) {
    if (values.has(name)) throw malformed(`${name}: is given twice.`, name);
    if (!isStorable(value)) throw malformed(`${name}: has characters that are none.`, name);
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

interface Fault {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** Of a value that may have several forms, the fault of the form that it comes nearest to. */
function firstOf(issues: readonly z.core.$ZodIssue[]): Fault {
  const [issue] = issues;
  if (!issue) return { message: 'Invalid input', path: [] };
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return { message: 'is not known here', path: [...issue.path, key] };
  }
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    return { message: isMissing ? 'is missing' : issue.message, path: issue.path };
  }
  const nearest = issue.errors.reduce((a, b) => (strangers(b) < strangers(a) ? b : a));
  const inner = firstOf(nearest);
  return { message: inner.message, path: [...issue.path, ...inner.path] };
}

/** How little a form fits: members it does not know count most. */
function strangers(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 100 * issue.keys.length : 1),
    0,
  );
}
