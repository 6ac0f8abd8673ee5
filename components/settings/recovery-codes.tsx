import { CopyButton } from '@/components/ui/copy-button';

/** Recovery codes, which nobody will ever see again. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div role="status" className="rounded-[10px] bg-positive-soft p-4">
      <p className="font-medium">Your recovery codes. Keep them now: they are not shown again.</p>
      <p className="mt-1 text-meta">Each lets you in once when you have lost your phone.</p>
      <ul className="fig mt-3 grid gap-x-6 gap-y-1 text-form sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <CopyButton text={codes.join('\n')} what="recovery codes" />
      </p>
    </div>
  );
}
