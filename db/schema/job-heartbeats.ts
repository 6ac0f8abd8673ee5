import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** When each worker last said that it is alive. Not tenant data. */
export const jobHeartbeats = pgTable('job_heartbeats', {
  name: text('name').primaryKey(),
  at: instant('at').notNull(),
});
