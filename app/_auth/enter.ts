import 'server-only';
import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { AuthError } from 'next-auth';
import { Refusal } from '@/lib/refusal';
import { withParams } from '@/lib/url';
import { arrivalOf } from './arrive';
import { ticketCookie } from './cookies';
import { CodeWanted, SignInDeclined, signIn } from './options';
import type { Credentials } from './sign-in';
import { TICKET_SECONDS } from './ticket';

/**
 * Signs this browser in, sets its cookie, and leads it to `next`; to the page that asks for a code first, when one is wanted.
 * @throws Refusal, TooMany as `signInWithPassword`; a fault beneath next-auth as it was thrown.
 */
export async function enter({ email, password }: Credentials, next: Route): Promise<never> {
  return enterBy('credentials', { email, password }, next);
}

/** The same by a link that was mailed. @throws Refusal as `signInWithLink`. */
export async function enterWithLink(token: string, next: Route): Promise<never> {
  return enterBy('link', { token }, next);
}

async function enterBy(
  door: 'credentials' | 'link',
  proof: Readonly<Record<string, string>>,
  next: Route,
): Promise<never> {
  try {
    await signIn(door, { ...proof, redirect: false });
  } catch (error) {
    if (!(error instanceof CodeWanted)) throw answerIn(error);
    const { name, options } = ticketCookie();
    (await cookies()).set(name, error.sealedTicket, { ...options, maxAge: TICKET_SECONDS });
    redirect(withParams('/sign-in/code', {}, { next: next === '/' ? null : next }));
  }
  redirect(await arrivalOf(next));
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
  redirect(await arrivalOf(next));
}

function answerIn(error: unknown): unknown {
  if (error instanceof SignInDeclined) return error.answer;
  return error instanceof AuthError ? (error.cause?.err ?? error) : error;
}
