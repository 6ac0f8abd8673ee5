import 'server-only';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { endSession } from '@/db/commands/end-session';
import { withScope } from '@/db/scope';
import { authSecret } from '@/lib/auth-secret';
import { describeError, log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';
import { cookieSettings, SESSION_SECONDS } from './cookies';
import { deviceOf } from './device';
import { email, password } from './fields';
import { sessionById } from './session-by-id';
import { CodeAsked, signInWithCode, signInWithPassword } from './sign-in';
import { signInWithLink } from './sign-in-link';
import { sealTicket } from './ticket';

declare module 'next-auth' {
  interface User {
    sid?: string;
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
  }
}

/** A sign-in that was refused: an answer, not a fault. `answer` is what the form shows. */
export class SignInDeclined extends CredentialsSignin {
  override code = 'declined';
  constructor(readonly answer: Refusal | TooMany) {
    super();
  }
}

/** A sign-in whose password was right, and which goes on with a code. */
export class CodeWanted extends CredentialsSignin {
  override code = 'code';
  constructor(readonly sealedTicket: string) {
    super();
  }
}

/** next-auth's doors. Its cookie carries the id of a session row and nothing else. */
export const { handlers, signIn, signOut } = NextAuth(config);

function config(): NextAuthConfig {
  return {
    secret: authSecret(),
    trustHost: true,
    cookies: cookieSettings(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    providers: [
      CredentialsProvider({ credentials: { email: {}, password: { type: 'password' } }, authorize }),
      CredentialsProvider({ id: 'code', credentials: { ticket: {}, code: {} }, authorize: authorizeCode }),
      CredentialsProvider({ id: 'link', credentials: { token: {} }, authorize: authorizeLink }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        const sid = user?.sid ?? (await sessionById(token.sid))?.id;
        return sid ? { sid } : null;
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut(message) {
        const session = 'token' in message ? await sessionById(message.token?.sid) : null;
        if (!session) return;
        const { id, actor } = session;
        await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) => endSession(tx, actor, id));
      },
    },
    logger: {
      error(error) {
        if (!(error instanceof CredentialsSignin)) log('error', 'auth_failed', describeError(error));
      },
      warn: (code) => log('warn', 'auth_warning', { code }),
    },
  };
}

async function authorize(typed: Partial<Record<string, unknown>>, request: Request) {
  const [address, secret] = [email.safeParse(typed.email), password.safeParse(typed.password)];
  if (!address.success || !secret.success) return null;
  const credentials = { email: address.data, password: secret.data };
  return admitted(signInWithPassword(credentials, deviceOf(request.headers)));
}

async function authorizeCode(typed: Partial<Record<string, unknown>>, request: Request) {
  const { ticket, code } = typed;
  if (typeof ticket !== 'string' || typeof code !== 'string' || ticket.length > 1_000 || code.length > 100)
    return null;
  return admitted(signInWithCode(ticket, code, deviceOf(request.headers)));
}

async function authorizeLink({ token }: Partial<Record<string, unknown>>, request: Request) {
  if (typeof token !== 'string' || token.length > 100) return null;
  return admitted(signInWithLink(token, deviceOf(request.headers)));
}

/** The user as next-auth takes it, or what its form shows instead. */
async function admitted(signingIn: ReturnType<typeof signInWithPassword>) {
  try {
    const { sessionId, userId } = await signingIn;
    return { id: userId, sid: sessionId };
  } catch (error) {
    if (error instanceof CodeAsked) throw new CodeWanted(sealTicket(error.ticket));
    if (error instanceof Refusal || error instanceof TooMany) throw new SignInDeclined(error);
    throw error;
  }
}
