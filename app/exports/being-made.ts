import { type NextRequest, NextResponse } from 'next/server';
import { appOrigin } from '@/lib/app-origin';
import { told } from './download';

/** Says that the worker makes a file: a browser that goes there is led to the list of reports, others are told (202). */
export function beingMade(request: NextRequest): Response {
  if (request.headers.get('sec-fetch-mode') === 'navigate')
    return NextResponse.redirect(`${appOrigin()}/reports`, 303);
  return told(202, 'The file is long and is being made. Reports has it when it is ready.');
}
