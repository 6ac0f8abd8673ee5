/** An e-mail address that can be written to; breaks before its "@" where there is no room. */
export function Mail({ address }: { readonly address: string }) {
  const [before = ''] = address.split('@');
  return (
    <a href={`mailto:${address}`} className="link font-normal! [overflow-wrap:anywhere]">
      {before}
      <wbr />
      {address.slice(before.length)}
    </a>
  );
}
