import { createHmac } from 'node:crypto';
import type { Actor } from '@/lib/actor';

const LENGTH = 12; // characters of 6 bits each

/** The address of a sample's person of a role: nobody can own it, and no two samples share it. */
export function sampleEmail(orgId: string, role: Actor['role']): string {
  return `${role}@${orgId.slice(-8)}.sample.example`;
}

/**
 * The password that a sample's person of a role begins with: nothing of it is stored, and this installation alone can
 * tell it, again and again. @throws Error without AUTH_SECRET.
 */
export function samplePassword(orgId: string, role: Actor['role']): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is missing: the key that sessions are signed with.');
  const digest = createHmac('sha256', secret).update(`sample login ${orgId} ${role}`).digest('base64url');
  return digest.slice(0, LENGTH);
}
