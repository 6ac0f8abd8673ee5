'use client';
import { catchError } from 'next/error';

/** The end of the sentence of home when it could not be reckoned: the rest of it stands. */
function AheadFailure() {
  return 'what should arrive could not be worked out';
}

/** Catches what the end of the sentence throws. */
export const AheadBoundary = catchError(AheadFailure);
