'use server';
import { redirect } from 'next/navigation';
import { signOut as end } from './options';

/** Ends this browser's session and shows the sign-in page. */
export async function signOut(): Promise<void> {
  await end({ redirect: false });
  redirect('/sign-in');
}
