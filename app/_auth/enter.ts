import 'server-only';
import { AuthError } from 'next-auth';
import { SignInDeclined, signIn } from './options';
import type { Credentials } from './sign-in';

/**
 * Signs this browser in and sets its cookie.
 * @throws Refusal, TooMany as `signInWithPassword`; a fault beneath next-auth as it was thrown.
 */
export async function enter({ email, password }: Credentials): Promise<void> {
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    if (error instanceof SignInDeclined) throw error.answer;
    throw error instanceof AuthError ? (error.cause?.err ?? error) : error;
  }
}
