import 'server-only';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { endSession } from '@/db/commands/end-session';
import { withScope } from '@/db/scope';
import { describeError, log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';
import { cookieSecret, cookieSettings, SESSION_SECONDS } from './cookies';
import { deviceOf } from './device';
import { email, password } from './fields';
import { sessionById } from './session-by-id';
import { signInWithPassword } from './sign-in';

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

/** next-auth's four doors. Its cookie carries the id of a session row and nothing else. */
export const { handlers, signIn, signOut } = NextAuth(config);

function config(): NextAuthConfig {
  return {
    secret: cookieSecret(),
    trustHost: true,
    cookies: cookieSettings(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    providers: [
      CredentialsProvider({ credentials: { email: {}, password: { type: 'password' } }, authorize }),
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
  try {
    const credentials = { email: address.data, password: secret.data };
    const { sessionId, userId } = await signInWithPassword(credentials, deviceOf(request.headers));
    return { id: userId, sid: sessionId };
  } catch (error) {
    if (error instanceof Refusal || error instanceof TooMany) throw new SignInDeclined(error);
    throw error;
  }
}
