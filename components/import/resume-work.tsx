'use client';
import { useEffect } from 'react';
import { useWork } from './use-work';
import { WorkProgress } from './work-progress';

/** Goes on showing work that was under way when the page was opened. */
export function ResumeWork({ importId, label }: { readonly importId: string; readonly label: string }) {
  const { line, follow } = useWork();
  useEffect(() => follow({ url: `/import/${importId}/progress`, method: 'GET' }), [importId, follow]);
  return <WorkProgress line={line ?? { state: 'running', done: 0, total: 0 }} label={label} />;
}
