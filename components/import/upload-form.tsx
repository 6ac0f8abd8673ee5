'use client';
import { FileSpreadsheet } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ImportKind } from '@/lib/import/fields';
import { KIND_HEADINGS } from '@/lib/import/words';
import { route } from '@/lib/url';
import { DropZone } from './drop-zone';
import { KindChoice } from './kind-choice';
import { UploadProblem } from './upload-problem';
import { idOf, messageOf } from './work';

interface UploadFormProps {
  /** Bytes that a file may have, and what to say of a larger one. */
  readonly limit: number;
  readonly tooLarge: string;
}

/** Brings a file: says what it holds, chooses it or drops it, and goes on to look at it before anything is booked. */
export function UploadForm({ limit, tooLarge }: UploadFormProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ImportKind>('invoices');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');

  const send = async (file: File | undefined) => {
    if (!file || isSending) return;
    if (input.current) input.current.value = '';
    if (file.size > limit) return setProblem(tooLarge);
    setProblem('');
    setSending(true);
    const answer = await upload(kind, file);
    if ('id' in answer) return router.push(route(`/import/${answer.id}`));
    setProblem(answer.problem);
    setSending(false);
  };
  return (
    <section aria-labelledby="new-import" className="max-w-[640px]">
      <h2 id="new-import" className="text-section">
        Bring a CSV file
      </h2>
      <KindChoice kind={kind} onChange={setKind} />
      <DropZone onFile={(file) => void send(file)}>
        <FileSpreadsheet aria-hidden className="size-6 text-subtle" />
        <p className="text-muted-foreground">
          Drop the file here, or choose it. Up to 50 MB and 200,000 rows. Nothing is booked before you have
          seen it.
        </p>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-label="CSV file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <Button
          variant="primary"
          className="max-md:h-11"
          pending={isSending}
          aria-describedby={problem ? 'import-problem' : undefined}
          onClick={() => input.current?.click()}
        >
          {isSending ? 'Bringing the file…' : 'Choose a file'}
        </Button>
        <a href={`/import/template/${kind}`} className="link" download>
          Download a template for {KIND_HEADINGS[kind].toLowerCase()}
        </a>
      </DropZone>
      {problem && <UploadProblem id="import-problem">{problem}</UploadProblem>}
    </section>
  );
}

async function upload(kind: ImportKind, file: File): Promise<{ id: string } | { problem: string }> {
  const search = new URLSearchParams({ kind, name: file.name });
  try {
    const response = await fetch(`/import/upload?${search}`, { method: 'POST', body: file });
    const id = response.ok ? await idOf(response) : null;
    return id ? { id } : { problem: await messageOf(response) };
  } catch {
    return { problem: 'The file could not be sent: the connection broke off. Nothing was saved. Try again.' };
  }
}
