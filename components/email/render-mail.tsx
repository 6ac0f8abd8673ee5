import { render, toPlainText } from '@react-email/components';
import type { LogoFacts } from '@/lib/logo';
import type { MailContent } from '@/lib/mail/content';
import { LetterMail } from './letter-mail';

/** A mail as it goes out: a subject, HTML, and the same as plain text. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly plain: string;
}

/** Draws a mail with the picture of the business, which is to go along with it; null: its name in letters. */
export async function renderMail(content: MailContent, logo: LogoFacts | null): Promise<RenderedMail> {
  const html = await render(<LetterMail content={content} logo={logo} />);
  return { subject: content.subject, html, plain: toPlainText(html) };
}
