import { SMTPServer } from 'smtp-server';

/** A mail as a mail server got it. */
export interface SunkMail {
  readonly to: readonly string[];
  /** Headers and body, as they came. */
  readonly raw: string;
  readonly messageId: string;
}

interface Wants {
  /** What to answer to an address: a code of SMTP, or null to take it. */
  readonly recipient?: (address: string) => number | null;
  /** The same to a mail whose text has come. */
  readonly message?: (raw: string) => number | null;
  /** What to do with a mail that was taken. */
  readonly keep?: (mail: SunkMail) => void;
}

/** A real mail server on this machine that keeps what it is sent. */
export async function smtpSink({ recipient, message, keep }: Wants = {}) {
  const mails: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const code = recipient?.(address) ?? null;
      done(code === null ? null : Object.assign(new Error('No such mailbox'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const code = message?.(raw) ?? null;
        if (code !== null) return done(Object.assign(new Error('Not now'), { responseCode: code }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const mail = { to, raw, messageId: /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '' };
        mails.push(mail);
        keep?.(mail);
        done();
      });
    },
  });
  // Whoever is killed while it sends leaves a broken connection behind: that is no fault of the server.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the sink has no port');
  return {
    mails,
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
