import { createHash } from 'node:crypto';

/** SHA-256 of what is booked of a row: the same print, nothing to do. */
export function printOf(booked: unknown): string {
  return createHash('sha256').update(JSON.stringify(booked)).digest('hex');
}
