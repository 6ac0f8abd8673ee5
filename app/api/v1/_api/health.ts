import { jobsAreRunning } from '@/db/queries/health';
import { describeError, log } from '@/lib/log';

/** Whether the application can serve. Jobs that stand still are worth a look; only a lost database is 503. */
export async function healthAnswer(): Promise<Response> {
  const jobs = await jobsState();
  const database = jobs === 'unknown' ? 'down' : 'up';
  const working = jobs === 'up' ? 'healthy' : 'degraded';
  const status = database === 'down' ? 'unhealthy' : working;
  return Response.json(
    { status, database, jobs, timestamp: new Date().toISOString() },
    { status: database === 'down' ? 503 : 200, headers: { 'Cache-Control': 'no-store' } },
  );
}

async function jobsState(): Promise<'up' | 'down' | 'unknown'> {
  try {
    return (await jobsAreRunning()) ? 'up' : 'down';
  } catch (error) {
    log('warn', 'health_failed', describeError(error));
    return 'unknown';
  }
}
