import type { ConstructorOptions } from 'pg-boss';

/**
 * How pg-boss, which has a driver of its own, reaches the database of `url`. DATABASE_CA means the same as for the
 * application: TLS, with that authority.
 */
export function queueConnection(url: string): Pick<ConstructorOptions, 'connectionString' | 'ssl'> {
  const ca = process.env.DATABASE_CA;
  if (!ca || !URL.canParse(url)) return { connectionString: url };
  const bare = new URL(url);
  // That driver lets sslmode in the address win over the authority.
  bare.searchParams.delete('sslmode');
  return { connectionString: bare.href, ssl: { ca } };
}
