import type { MailFile } from '../integrations/smtp';
import type { LogoFile } from '../logo';

const CID = 'logo';

/** What a letter shows as the picture of the business: the one that it brings along, so that reading it loads nothing. */
export const LOGO_SRC = `cid:${CID}`;

/** The file that a letter shows; none without a picture. */
export function logoOfMail(logo: LogoFile | null): MailFile[] {
  if (!logo) return [];
  const filename = logo.mediaType === 'image/png' ? 'logo.png' : 'logo.jpg';
  return [{ filename, content: logo.bytes, contentType: logo.mediaType, cid: CID }];
}

/** A letter to be looked at here, with the picture inside it in place of one that comes along. */
export function withLogoInside(html: string, logo: LogoFile | null): string {
  if (!logo) return html;
  const data = Buffer.from(logo.bytes).toString('base64');
  return html.replaceAll(`src="${LOGO_SRC}"`, `src="data:${logo.mediaType};base64,${data}"`);
}
