import sharp from 'sharp';

/** A picture of one color, 6 by 4 pixels unless told otherwise; `alpha` below 1 lets what is below shine through. */
function picture({ width = 6, height = 4, alpha = 1 } = {}) {
  const background = { r: 20, g: 90, b: 60, alpha };
  return sharp({ create: { width, height, channels: alpha < 1 ? 4 : 3, background } });
}

/** It as a PNG. */
export function png(wanted?: Parameters<typeof picture>[0]): Promise<Buffer> {
  return picture(wanted).png().toBuffer();
}

/** It as a JPEG that tells where it was taken. */
export function jpeg(wanted?: Parameters<typeof picture>[0]): Promise<Buffer> {
  return picture(wanted)
    .withExif({ IFD0: { Copyright: 'Portland 45.5N <script>' } })
    .jpeg()
    .toBuffer();
}
