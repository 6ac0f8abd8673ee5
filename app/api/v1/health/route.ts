import { healthAnswer } from '../_api/health';

/** Answers probes; needs no key. */
export function GET(): Promise<Response> {
  return healthAnswer();
}
