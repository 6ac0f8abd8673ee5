import { fileURLToPath } from 'node:url';

/** The folder of the checkout, wherever the program was started from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
