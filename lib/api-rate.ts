/** Requests a minute of a key that has no rate of its own: API_CALLS_PER_MINUTE, else 600. */
export function callsPerMinute(): number {
  const asked = Number(process.env.API_CALLS_PER_MINUTE ?? '');
  return Number.isInteger(asked) && asked > 0 ? asked : 600;
}
