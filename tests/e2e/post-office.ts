import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { SunkMail } from '@/tests/smtp-sink';
import { smtpSink } from '@/tests/smtp-sink';

/** A mail as somebody reads it. */
export interface ReadMail {
  readonly subject: string;
  /** Its plain text. */
  readonly text: string;
  /** Headers and body, as they came. */
  readonly raw: string;
}

/** A mail server for the application under test that puts each mail into a folder, where the tests find it: E2E_MAILS. */
export async function openPostOffice(root: string): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = path.join(root, '.cache', 'e2e-mails');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  let count = 0;
  const sink = await smtpSink({
    keep: (mail) => {
      count += 1;
      const name = path.join(folder, String(count).padStart(6, '0'));
      fs.writeFileSync(`${name}.part`, JSON.stringify(mail));
      fs.renameSync(`${name}.part`, `${name}.json`);
    },
  });
  process.env.E2E_MAILS = folder;
  return sink;
}

/** Every mail that came to an address, in their order. */
export function mailsTo(address: string): ReadMail[] {
  const folder = process.env.E2E_MAILS ?? '';
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => {
      const mail = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as SunkMail;
      return mail.to.includes(address) ? [read(mail.raw)] : [];
    });
}

/** The first mail to an address with that in its subject, once it has come. */
export async function mailTo(address: string, subject: RegExp): Promise<ReadMail> {
  const found = () => mailsTo(address).find((mail) => subject.test(mail.subject));
  await expect
    .poll(() => found() !== undefined, {
      message: `a mail to ${address}: ${subject.source}`,
      timeout: 60_000,
    })
    .toBe(true);
  const mail = found();
  if (!mail) throw new Error('the mail is gone');
  return mail;
}

function read(raw: string): ReadMail {
  const subject = /^Subject: (.*(?:\r?\n[ \t].*)*)/im.exec(raw)?.[1] ?? '';
  const part = /Content-Type: text\/plain[^]*?\r?\n\r?\n([^]*?)(?:\r?\n--|$)/i.exec(raw);
  const head = part ? part[0].slice(0, part[0].length - (part[1]?.length ?? 0)) : '';
  return { subject: words(subject), text: decoded(head, part?.[1] ?? ''), raw };
}

/** The words of a header: those that are not plain ASCII are encoded in it. */
function words(header: string): string {
  return header
    .replace(/\r?\n[ \t]/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, way: string, text: string) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quoted(text.replaceAll('_', ' ')),
    );
}

function decoded(head: string, body: string): string {
  if (/Content-Transfer-Encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return /Content-Transfer-Encoding: quoted-printable/i.test(head)
    ? quoted(body.replace(/=\r?\n/g, ''))
    : body;
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
