'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { DropZone } from '@/components/import/drop-zone';
import { UploadProblem } from '@/components/import/upload-problem';
import { messageOf } from '@/components/import/work';
import { SellerMark } from '@/components/seller-mark';
import { Button, buttonClass } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { LOGO_TOO_LARGE, type LogoFacts, MAX_LOGO_BYTES } from '@/lib/logo';
import { removeLogoAction } from './actions';

interface LogoFormProps {
  readonly seller: string;
  /** Null while there is none. */
  readonly logo: LogoFacts | null;
  readonly requestId: string;
}

/** The picture of the business as it stands beside its name, and how to bring one or take it away. */
export function LogoForm({ seller, logo, requestId }: LogoFormProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const send = async (file: File | undefined) => {
    if (!file || isSending) return;
    if (input.current) input.current.value = '';
    if (file.size > MAX_LOGO_BYTES) return setProblem(LOGO_TOO_LARGE);
    setProblem('');
    setSending(true);
    const { isSaved, message } = await upload(file);
    setSending(false);
    if (!isSaved) return setProblem(message);
    showToast({ message });
    router.refresh();
  };
  return (
    <div className="max-w-[780px]">
      <DropZone onFile={(file) => void send(file)}>
        <p className="paper flex max-w-full items-center gap-2.5 rounded-control border border-border bg-card px-4 py-3 text-foreground">
          <SellerMark seller={seller} logo={logo} className="size-8 rounded-[8px] text-section" />
          <span className="truncate text-body font-semibold">{seller}</span>
        </p>
        <p className="text-muted-foreground">
          Drop a picture here, or choose one: PNG or JPEG, up to 1 MB. A transparent background looks best.
        </p>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          aria-label="Logo"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <div className="flex flex-wrap justify-center gap-2 max-md:[&_.btn]:h-11">
          <Button
            pending={isSending}
            aria-describedby={problem ? 'logo-problem' : undefined}
            onClick={() => input.current?.click()}
          >
            {logo ? 'Choose another logo' : 'Choose a logo'}
          </Button>
          {logo && (
            <ConfirmForm
              title="Remove the logo?"
              description="The first letter of the name stands there again. Documents that were sent keep it."
              trigger="Remove"
              triggerClassName={buttonClass({ variant: 'ghost' })}
              action={removeLogoAction}
              values={{}}
              requestId={requestId}
              confirmLabel="Remove logo"
              pendingLabel="Removing…"
            />
          )}
        </div>
      </DropZone>
      {problem && <UploadProblem id="logo-problem">{problem}</UploadProblem>}
    </div>
  );
}

async function upload(file: File): Promise<{ isSaved: boolean; message: string }> {
  try {
    const response = await fetch('/settings/business/logo', { method: 'POST', body: file });
    return { isSaved: response.ok, message: await messageOf(response) };
  } catch {
    return {
      isSaved: false,
      message: 'The picture could not be sent: the connection broke off. Nothing was saved. Try again.',
    };
  }
}
