import type { LogoFile } from '@/lib/logo';

/** A picture that a browser may keep for good: another one has another address. It runs nothing, whatever it holds. */
export function pictureOf({ bytes, mediaType }: LogoFile): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  });
}
