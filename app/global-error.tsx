'use client';
import { Failure, type FailureProps } from '@/components/failure';
import './globals.css';

/** Stands in for the whole document when even its frame threw. */
export default function GlobalErrorBoundary(props: FailureProps) {
  return (
    <html lang="en">
      <body>
        <Failure {...props} />
      </body>
    </html>
  );
}
