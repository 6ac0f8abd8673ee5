import 'server-only';
import { cache } from 'react';
import { firstRun } from '@/db/queries/first-run';
import { withScope } from '@/db/scope';

/** Which ways in a visitor has. `isEmpty`: nobody uses this installation yet. */
export interface Doors {
  readonly isEmpty: boolean;
  readonly registration: boolean;
  readonly sample: boolean;
}

/**
 * Which doors are open. REGISTRATION=closed shuts registration once there is a business; SAMPLE_DATA=off shuts the
 * sample. What is shut is neither shown nor accepted.
 */
export const doors = cache(async (): Promise<Doors> => {
  const { isEmpty, isClaimed } = await withScope({ kind: 'auth' }, 'read', firstRun);
  return {
    isEmpty,
    registration: !(isClaimed && process.env.REGISTRATION === 'closed'),
    sample: process.env.SAMPLE_DATA !== 'off',
  };
});
