/** For what the secrets of a connection are sealed: one cannot be put in the place of the other. */
export const SEALED_FOR = { key: 'source key', secret: 'source webhook secret' } as const;
