import 'server-only';
import { addSecondFactor } from '@/db/commands/add-second-factor';
import { removeOwnSecondFactor } from '@/db/commands/remove-second-factor';
import { renewRecoveryCodes } from '@/db/commands/renew-recovery-codes';
import { takeStep, useRecoveryCode } from '@/db/commands/take-code';
import { tellOfChange } from '@/db/commands/tell-of-change';
import { countTry, forgetTries } from '@/db/commands/throttle';
import { sealedSecret } from '@/db/queries/second-factor';
import type { LiveSession } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import type { MailLanguage } from '@/lib/mail/languages';
import { newRecoveryCodes, recoveryCodeHash } from '@/lib/recovery-codes';
import { Refusal } from '@/lib/refusal';
import { seal, unseal } from '@/lib/seal';
import { newTotpSecret, stepOfCode, totpUri } from '@/lib/totp';

/** Wrong codes of one person that are free before waiting begins. */
const FREE = 5;
const WRONG = 'That code does not match. Wait for the next one and type it, or use a recovery code.';

/** A secret to be proven: as text, as what its picture holds, and sealed for the form that brings it back. */
export function offeredSecret({ email, actor }: LiveSession) {
  const secret = newTotpSecret();
  return { secret, uri: totpUri(secret, email), sealed: seal(secret, offerTo(actor.userId)) };
}

/**
 * Adds the offered secret as the second factor once a code of it is right, and answers the recovery codes, which can never be
 * read again. @throws Refusal when the code or the offer is not right; TooMany.
 */
export async function enrol(
  { actor, email }: LiveSession,
  { sealed, code }: { readonly sealed: string; readonly code: string },
  language: MailLanguage,
): Promise<string[]> {
  const secret = unseal(sealed, offerTo(actor.userId));
  if (secret === null) throw new Refusal('invalid', 'This page is out of date. Reload it and scan again.');
  await counted(actor.userId);
  const step = stepOfCode(secret, code, { now: Date.now(), lastStep: 0 });
  if (step === null) throw new Refusal('invalid', WRONG, 'code');
  const codes = newRecoveryCodes();
  await withScope({ kind: 'auth', org: actor.org }, 'write', async (tx) => {
    await addSecondFactor(tx, actor, {
      sealedSecret: seal(secret, 'totp'),
      step,
      codeHashes: codes.map(hashOf),
    });
    await forgetTries(tx, keyOf(actor.userId));
    await tellOfChange(tx, actor.org.id, { name: actor.name, email, language }, 'second_factor');
  });
  return codes;
}

/**
 * Proves that somebody holds the second factor: a code of the authenticator, or a recovery code, each good once.
 * @throws Refusal `invalid` on the field `code`; TooMany after too many wrong ones.
 */
export async function proveCode(userId: string, typed: string): Promise<void> {
  await counted(userId);
  const isRight = await withScope({ kind: 'auth' }, 'write', async (tx) => {
    const hash = recoveryCodeHash(typed);
    if (hash !== null) return useRecoveryCode(tx, userId, hash);
    const found = await sealedSecret(tx, userId);
    const secret = found && unseal(found.sealed, 'totp');
    if (!found || !secret) return false;
    const code = typed.replace(/\s/g, '');
    const step = stepOfCode(secret, code, { now: Date.now(), lastStep: found.lastStep });
    return step !== null && takeStep(tx, userId, step);
  });
  if (!isRight) throw new Refusal('invalid', WRONG, 'code');
  await withScope({ kind: 'auth' }, 'write', (tx) => forgetTries(tx, keyOf(userId)));
}

/** Other recovery codes for the person of a session, against a code. @throws Refusal, TooMany as `proveCode`. */
export async function freshRecoveryCodes(
  { actor, email }: LiveSession,
  code: string,
  language: MailLanguage,
): Promise<string[]> {
  await proveCode(actor.userId, code);
  const codes = newRecoveryCodes();
  await withScope({ kind: 'auth', org: actor.org }, 'write', async (tx) => {
    await renewRecoveryCodes(tx, actor, codes.map(hashOf));
    await tellOfChange(tx, actor.org.id, { name: actor.name, email, language }, 'second_factor');
  });
  return codes;
}

/**
 * Takes one's own second factor away, against a code.
 * @throws Refusal, TooMany as `proveCode`; Refusal `forbidden` while the business asks for one.
 */
export async function dropFactor(
  { actor, email }: LiveSession,
  code: string,
  language: MailLanguage,
): Promise<void> {
  await proveCode(actor.userId, code);
  await withScope({ kind: 'auth', org: actor.org }, 'write', async (tx) => {
    await removeOwnSecondFactor(tx, actor);
    await tellOfChange(tx, actor.org.id, { name: actor.name, email, language }, 'second_factor');
  });
}

function hashOf(code: string): string {
  const hash = recoveryCodeHash(code);
  if (hash === null) throw new Error('a recovery code of ours cannot be read');
  return hash;
}

function counted(userId: string): Promise<void> {
  return withScope({ kind: 'auth' }, 'write', (tx) => countTry(tx, { key: keyOf(userId), free: FREE }));
}

function keyOf(userId: string): string {
  return `code:${userId}`;
}

function offerTo(userId: string): string {
  return `offer ${userId}`;
}
