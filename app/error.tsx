'use client';
import { Failure, type FailureProps } from '@/components/failure';

/** Stands in for a page that threw. */
export default function ErrorBoundary(props: FailureProps) {
  return <Failure {...props} />;
}
