import { appOrigin } from '../app-origin';

/** The Message-ID of a mail: the same at every attempt, so that a mail that arrives twice is seen to be one. */
export function messageIdOf(mailId: string): string {
  return `<${mailId}@${new URL(appOrigin()).hostname.replace(/[[\]]/g, '')}>`;
}
