import { openApi } from '../_api/openapi';
import { OPERATIONS } from '../_api/registry';

/** The description of this interface for programs; needs no key. */
export function GET(): Response {
  return Response.json(openApi(OPERATIONS), { headers: { 'Cache-Control': 'no-store' } });
}
