/** What signs and encrypts cookies and seals secrets: AUTH_SECRET, the same for every process of an installation. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret || secret.length < 32)
    throw new Error('AUTH_SECRET must be set to at least 32 random characters.');
  return secret;
}
