import type { z } from 'zod';
import type { FilePiece } from '@/app/exports/download';
import type { Tx } from '@/db/scope';
import type { Actor, StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { ExactNumber } from '@/lib/exact-json';
import type { Permission } from '@/lib/permissions';
import { ApiError } from './api-error';
import { parse } from './parse';

/** A value that is to become an answer: its numbers may be written exactly. */
export type Answer<T> = T extends number
  ? number | ExactNumber
  : T extends readonly (infer Item)[]
    ? readonly Answer<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]: Answer<T[Name]> }
      : T;

/** What an operation answers. `next` is the cursor of the page that follows; null on the last page. */
export interface Reply<T = unknown> {
  readonly body: Answer<T>;
  readonly next?: string | null;
  /** Members of `body` as the first answer shows them: they are stored nowhere, so a repeat shows those of `body`. */
  readonly shownOnce?: Readonly<Record<string, string>>;
}

/** A file in place of JSON. */
export interface FileReply {
  readonly file: {
    readonly name: string;
    /** Its media type, one of the operation's `produces`. */
    readonly type: string;
    /** What takes long to be made is made after the transaction. */
    readonly pieces: readonly FilePiece[] | (() => Promise<readonly FilePiece[]>);
  };
}

/** In whose name an operation runs, within one transaction of its scope: somebody of the business, unless it says otherwise. */
export interface Call<A extends Actor = StaffActor> {
  readonly actor: A;
  readonly tx: Tx;
  /** On the organization's calendar. */
  readonly today: PlainDate;
  /** The media type that is asked for: JSON, or one of the operation's `produces`. */
  readonly mediaType?: string;
}

/** What came with a request, unread. */
interface Raw {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One thing that a program can ask: the only place that says what it takes, what it answers and who may. */
export interface Operation {
  /** Unique, in camelCase: the operationId of the description, and the verb under which repeats are known. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /api/v1, such as `/invoices/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly may: Permission;
  readonly status: 200 | 201;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Media types that can be asked for instead of JSON; then `run` answers a file. */
  readonly produces?: readonly string[];
  /** Reads the request; `run` does what was asked. `input` is what a repeat must have in common. */
  readonly prepare: (raw: Raw) => {
    readonly input: unknown;
    readonly run: (call: Call<Actor>) => Promise<Reply | FileReply>;
  };
}

type Facts = Pick<Operation, 'id' | 'path' | 'summary' | 'may' | 'produces'>;
type Params = Readonly<Record<string, string>>;

interface Reading<Q extends z.ZodObject, A extends z.ZodType, Who extends Actor> extends Facts {
  readonly query: Q;
  readonly answer: A;
  readonly run: (
    call: Call<Who>,
    query: z.output<Q>,
    params: Params,
  ) => Promise<Reply<z.output<A>> | FileReply>;
}

/** An operation of the business that changes nothing. */
export function reading<Q extends z.ZodObject, A extends z.ZodType>({
  run,
  ...facts
}: Reading<Q, A, StaffActor>): Operation {
  return readingAccount({ ...facts, run: (call, query, params) => run(ofStaff(call), query, params) });
}

/** An operation that changes nothing and is for a customer too, about its own account. */
export function readingAccount<Q extends z.ZodObject, A extends z.ZodType>(
  facts: Reading<Q, A, Actor>,
): Operation {
  const { run, ...rest } = facts;
  return {
    ...rest,
    method: 'GET',
    status: 200,
    prepare(raw) {
      const query = parse(facts.query, raw.query);
      return { input: query, run: (call) => run(call, query, raw.params) };
    },
  };
}

/** An operation that changes the books: POST unless it says otherwise, answered with 200 unless it creates something. */
export function writing<B extends z.ZodType, A extends z.ZodType>(
  facts: Facts &
    Partial<Pick<Operation, 'status'>> & {
      readonly method?: 'POST' | 'PATCH' | 'DELETE';
      readonly body: B;
      readonly answer: A;
      readonly run: (call: Call, body: z.output<B>, params: Params) => Promise<Reply<z.output<A>>>;
    },
): Operation {
  const { run, ...rest } = facts;
  return {
    method: 'POST',
    status: 200,
    ...rest,
    prepare(raw) {
      const body = parse(facts.body, raw.body ?? {});
      return { input: { params: raw.params, body }, run: (call) => run(ofStaff(call), body, raw.params) };
    },
  };
}

/** The call of somebody of the business. @throws ApiError 403 for a customer's. */
function ofStaff({ actor, ...call }: Call<Actor>): Call {
  if (actor.kind !== 'staff')
    throw new ApiError(403, 'forbidden', 'This is for the business itself, not for its customers.');
  return { actor, ...call };
}
