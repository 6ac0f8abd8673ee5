'use client';
import { Landmark } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { DropZone } from '@/components/import/drop-zone';
import { UploadProblem } from '@/components/import/upload-problem';
import { idOf, messageOf } from '@/components/import/work';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { route } from '@/lib/url';

interface StatementUploadProps {
  /** Bytes that a statement may have. */
  readonly limit: number;
}

/** Brings a statement: chosen, dropped or pasted. Nothing is booked before somebody has seen it. */
export function StatementUpload({ limit }: StatementUploadProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState('');
  const send = async (name: string, body: Blob) => {
    if (isSending) return;
    if (input.current) input.current.value = '';
    if (body.size > limit) return setProblem('The file is larger than 20 MB. Bring a shorter period.');
    setProblem('');
    setSending(true);
    const answer = await upload(name, body);
    if ('id' in answer) return router.push(route(`/receipts/${answer.id}`));
    setProblem(answer.problem);
    setSending(false);
  };
  const sendFile = (file: File | undefined) => void (file && send(file.name, file));
  return (
    <section aria-labelledby="new-statement" className="max-w-[640px]">
      <h2 id="new-statement" className="text-section">
        Bring a bank statement
      </h2>
      <DropZone onFile={sendFile}>
        <Landmark aria-hidden className="size-6 text-subtle" />
        <p className="text-muted-foreground">
          CSV, CAMT.053 or OFX, up to 20 MB and 20,000 lines. Each line gets a proposal; nothing is booked
          before you accept it.
        </p>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,.xml,.ofx,.qfx,.053,.c53,text/csv,text/xml,application/xml,application/x-ofx"
          aria-label="Bank statement"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => sendFile(event.target.files?.[0])}
        />
        <Button
          variant="primary"
          className="max-md:h-11"
          pending={isSending}
          aria-describedby={problem ? 'statement-problem' : undefined}
          onClick={() => input.current?.click()}
        >
          {isSending ? 'Reading the statement…' : 'Choose a file'}
        </Button>
      </DropZone>
      <details className="mt-3">
        <summary className="cursor-pointer text-muted-foreground">Or paste its lines</summary>
        <Textarea
          className="mt-2 font-mono"
          rows={6}
          aria-label="Lines of the statement, with their header"
          placeholder={'Date,Payer,Text,Amount\n2026-11-20,Brightwater Hotels,INV-00042,1250.00'}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <Button
          className="mt-2"
          pending={isSending}
          onClick={() =>
            pasted.trim() === ''
              ? setProblem('Paste the lines first, with the row that names the columns.')
              : void send('Pasted lines', new Blob([pasted]))
          }
        >
          Read the lines
        </Button>
      </details>
      {problem && <UploadProblem id="statement-problem">{problem}</UploadProblem>}
    </section>
  );
}

async function upload(name: string, body: Blob): Promise<{ id: string } | { problem: string }> {
  try {
    const response = await fetch(`/receipts/upload?${new URLSearchParams({ name })}`, {
      method: 'POST',
      body,
    });
    const id = response.ok ? await idOf(response) : null;
    return id ? { id } : { problem: await messageOf(response) };
  } catch {
    return {
      problem: 'The statement could not be sent: the connection broke off. Nothing was saved. Try again.',
    };
  }
}
