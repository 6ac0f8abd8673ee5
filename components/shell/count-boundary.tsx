'use client';
import { catchError } from 'next/error';

/** A count of the menu that could not be read is left out: its place leads there all the same. */
function NoCount() {
  return null;
}

/** Catches what a count of the menu throws, so that every page stands. */
export const CountBoundary = catchError(NoCount);
