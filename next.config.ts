import type { NextConfig } from 'next';

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactCompiler: true,
  // The optimizer endpoint is public by default and is not needed: the app ships no raster images.
  images: { unoptimized: true },
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'sharp'],
  experimental: { authInterrupts: true },
};
export default config;
