/** What a text holds as JSON; null when it is none. */
export function parsedJson(written: string | null): unknown {
  try {
    return JSON.parse(written ?? 'null');
  } catch {
    return null;
  }
}
