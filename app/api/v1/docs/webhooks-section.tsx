import { CopyButton } from '@/components/ui/copy-button';
import { EVENT_WORDS, WEBHOOK_EVENTS } from '@/lib/webhooks/events';

const VERIFY = `import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a delivery is ours and new: pass the raw body, not parsed and written again. */
export function isGenuine(header, rawBody, secret) {
  const parts = header.split(',').map((part) => part.split('='));
  const time = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!(Math.abs(Date.now() / 1000 - time) <= 300)) return false;
  const own = createHmac('sha256', secret).update(\`\${time}.\${rawBody}\`).digest();
  return parts.some(([name, hex]) => {
    const theirs = Buffer.from(hex, 'hex');
    return name === 'v1' && theirs.length === own.length && timingSafeEqual(theirs, own);
  });
}`;

/** What is told by webhooks, and how a receiver checks that it was us. */
export function WebhooksSection() {
  return (
    <section aria-labelledby="webhooks" className="mt-10">
      <h2 id="webhooks" className="text-section font-semibold">
        What is sent to webhooks
      </h2>
      <p className="mt-2 text-form">
        A delivery is a POST of JSON: <code>event_id</code>, <code>event</code>, <code>happened_at</code>,{' '}
        <code>organization_id</code> and <code>data</code>, which says what it is about and where the rest is
        (<code>href</code>). Answer with 2xx within 10 seconds. Anything else is tried again after 10 s, 1
        min, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, then given up; it can be sent again from the settings. An
        event may come twice and later than one that followed it: know it by <code>event_id</code>. Redirects
        are not followed.
      </p>
      <dl className="mt-3 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-body max-md:grid-cols-1">
        {WEBHOOK_EVENTS.map((event) => (
          <div key={event} className="contents">
            <dt>
              <code>{event}</code>
            </dt>
            <dd className="text-muted-foreground">{EVENT_WORDS[event]}.</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-form">
        <code>Dueline-Signature: t=…,v1=…</code> proves that it was us: HMAC-SHA256 of <code>t</code>, a dot
        and the raw body with the secret that was shown once. For a day after a new secret was made there are
        two <code>v1</code>; one of them has to fit. In JavaScript:
      </p>
      <Code text={VERIFY} label="How a delivery is checked" />
    </section>
  );
}

interface CodeProps {
  readonly text: string;
  readonly label: string;
}

/** Code to be copied. */
export function Code({ text, label }: CodeProps) {
  return (
    <div className="relative mt-3">
      {/* Focusable, so that it can be scrolled by keyboard. */}
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region needs the keyboard
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-[420px] overflow-auto rounded-control bg-muted p-3 pr-24 text-meta"
      >
        {text}
      </pre>
      <div className="absolute top-2 right-2">
        <CopyButton text={text} what="example" />
      </div>
    </div>
  );
}
