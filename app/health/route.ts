import { healthAnswer } from '@/app/api/v1/_api/health';

/** The same as /api/v1/health, where probes look for it first. */
export function GET(): Promise<Response> {
  return healthAnswer();
}
