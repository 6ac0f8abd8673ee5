import 'server-only';
import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import { Refusal } from '@/lib/refusal';
import { withParams } from '@/lib/url';
import { ticketCookie } from './cookies';
import { CodeWanted, SignInDeclined, signIn } from './options';
import type { Credentials } from './sign-in';
import { TICKET_SECONDS } from './ticket';

/**
 * Signs this browser in, sets its cookie, and leads it to `next`; to the page that asks for a code first, when one is wanted.
 * @throws Refusal, TooMany as `signInWithPassword`; a fault beneath next-auth as it was thrown.
 */
export async function enter({ email, password }: Credentials, next: Route): Promise<never> {
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    if (!(error instanceof CodeWanted)) throw answerIn(error);
    const { name, options } = ticketCookie();
    (await cookies()).set(name, error.sealedTicket, { ...options, maxAge: TICKET_SECONDS });
    redirect(withParams('/sign-in/code', {}, { next: next === '/' ? null : next }));
  }
  redirect(next);
}

/** Goes on with the code that was asked for. @throws Refusal, TooMany as `signInWithCode`. */
export async function enterWithCode(code: string, next: Route): Promise<never> {
  const { name, options } = ticketCookie();
  const jar = await cookies();
  const ticket = jar.get(name)?.value;
  if (!ticket) throw new Refusal('not_found', 'That took too long. Sign in with your password again.');
  try {
    await signIn('code', { ticket, code, redirect: false });
  } catch (error) {
    throw answerIn(error);
  }
  jar.delete({ name, ...options });
  redirect(next);
}

function answerIn(error: unknown): unknown {
  if (error instanceof SignInDeclined) return error.answer;
  return error instanceof AuthError ? (error.cause?.err ?? error) : error;
}
