/** What a page needs to show the picture of a business: its SHA-256, which is its address, and its size in pixels. */
export interface LogoFacts {
  readonly fileHash: string;
  readonly width: number;
  readonly height: number;
}

/** The picture itself, for files and mails. */
export interface LogoFile extends LogoFacts {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** Bytes that the picture of a business may have. */
export const MAX_LOGO_BYTES = 1_048_576;

/** What to say of a file with more of them. */
export const LOGO_TOO_LARGE = 'The picture is larger than 1 MB. Save it smaller and bring it again.';

/** Where the picture is found: an address that changes when it does. */
export function logoHref({ fileHash }: Pick<LogoFacts, 'fileHash'>): `/logo/${string}` {
  return `/logo/${fileHash}`;
}

/** As large as it fits into a box, whole as it is, and never larger than it is. */
export function logoSize(
  { width, height }: Pick<LogoFacts, 'width' | 'height'>,
  box: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}
