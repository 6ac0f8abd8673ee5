import { handlers } from '@/app/_auth/options';

/** next-auth's own addresses: csrf, callback, sign-out. The forms of the app do not need them. */
export const { GET, POST } = handlers;
