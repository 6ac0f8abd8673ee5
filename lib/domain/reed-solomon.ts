/** The product of two bytes in the field of 256 elements that QR codes compute in (modulo 0x11D). */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product & 0x80 ? 0x1_1d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product & 0xff;
}

/** The `degree` bytes behind some data with which a reader finds and mends what it misread (Reed-Solomon). */
export function remainderOf(data: readonly number[], degree: number): number[] {
  const divisor = divisorOf(degree);
  let rest = Array.from({ length: degree }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, i) => value ^ times(divisor[i] ?? 0, factor));
  }
  return rest;
}

/** (x - 1)(x - 2)(x - 4) …, from the second highest power down. */
function divisorOf(degree: number): number[] {
  let divisor: number[] = Array.from({ length: degree }, (_, i) => (i === degree - 1 ? 1 : 0));
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    const by = root;
    divisor = divisor.map((value, j) => times(value, by) ^ (divisor[j + 1] ?? 0));
    root = times(root, 2);
  }
  return divisor;
}
