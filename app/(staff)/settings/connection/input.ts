import { z } from 'zod';

export const connectInput = z.object({
  account: z.string().trim().min(1, 'Enter the connection id.').max(200, 'That is too long.'),
  key: z.string().trim().min(1, 'Enter the API key.').max(2_000, 'That is too long.'),
  region: z.enum(['us', 'eu', 'au']),
  /** What webhooks are signed with; '' takes none. */
  secret: z.string().trim().max(500, 'That is too long.'),
});

export const disconnectInput = z.object({ connectionId: z.uuid() });

export const noInput = z.object({});
