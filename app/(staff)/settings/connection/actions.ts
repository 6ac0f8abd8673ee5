'use server';
import { askingAction, formAction } from '@/app/_actions/form-action';
import { connectBooks, disconnectBooks, readAgain } from '@/db/commands/connect-books';
import { setProblem } from '@/db/commands/sync/sync-progress';
import { seal } from '@/lib/seal';
import { SEALED_FOR } from '@/lib/sources/sealed-for';
import { askBooks, askConnected } from './ask';
import { connectInput, disconnectInput, noInput } from './input';

const stale = ['/settings/connection', '/sync'];

/** Asks other books who they are, then lets these follow them. */
export const connectAction = askingAction({
  may: 'organization:manage',
  verb: 'connect_books',
  input: connectInput,
  askFirst: (_actor, { account, key, region }) => askBooks({ account, key, region }),
  run: async (tx, actor, { account, key, region, secret }, books) => {
    await connectBooks(tx, actor, {
      source: 'unified',
      region,
      account,
      sealedKey: seal(key, SEALED_FOR.key),
      sealedSecret: secret === '' ? null : seal(secret, SEALED_FOR.secret),
      books,
    });
    return { message: `Connected to ${books.system}. It is being read.` };
  },
  stale,
});

/** Asks the connected books whether they still answer. */
export const testAction = askingAction({
  may: 'organization:manage',
  verb: 'test_connection',
  input: noInput,
  askFirst: askConnected,
  run: async (tx, _actor, _input, { connectionId, system, company }) => {
    await setProblem(tx, connectionId, null);
    return { message: `${system} answers${company === null ? '' : `: ${company}`}.` };
  },
  stale,
});

/** Ends the connection. */
export const disconnectAction = formAction({
  may: 'organization:manage',
  verb: 'disconnect_books',
  input: disconnectInput,
  run: async (tx, actor, input) => {
    const { system } = await disconnectBooks(tx, actor, input);
    return { message: `Disconnected from ${system}. What was booked stays.` };
  },
  stale,
});

/** Has everything read from the beginning. */
export const readAgainAction = formAction({
  may: 'organization:manage',
  verb: 'read_books_again',
  input: noInput,
  run: async (tx, actor) => {
    await readAgain(tx, actor);
    return { message: 'Everything is read again now.' };
  },
  stale,
});
