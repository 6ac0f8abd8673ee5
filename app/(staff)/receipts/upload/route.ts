import type { NextRequest } from 'next/server';
import { answerTo } from '@/app/_actions/answers';
import { takeInStatement } from '@/db/commands/take-in-statement';
import { withScope } from '@/db/scope';
import { MAX_STATEMENT_BYTES } from '@/lib/bank/statement-line';
import { readBody } from '@/lib/read-body';
import { importerOf, NO_STORE, told } from '../../import/_work/importer';

/** Milliseconds that reading and matching the largest statement may take. */
const WITHIN = 60_000;

/** Takes a bank statement as the body, `?name=` what it is called; answers the statement's id. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await importerOf(request);
  if (actor instanceof Response) return actor;
  const fileName = request.nextUrl.searchParams.get('name') ?? '';
  const bytes = await readBody(request, MAX_STATEMENT_BYTES);
  if (bytes === 'too large') return told(413, 'The file is larger than 20 MB. Bring a shorter period.');
  if (bytes === 'cut off')
    return told(400, 'Only a part of the file arrived, so nothing was saved. Bring it again.');
  try {
    const { statementId } = await withScope(
      actor,
      'write',
      (tx) => takeInStatement(tx, actor, { fileName, bytes }),
      WITHIN,
    );
    return Response.json({ id: statementId }, { headers: NO_STORE });
  } catch (error) {
    const state = answerTo(error, { verb: 'statement_uploaded', actorId: actor.userId });
    return told(state.status === 'refused' ? 422 : 500, 'message' in state ? state.message : '');
  }
}
