import { Zip, ZipDeflate } from 'fflate';
import type { WriteBytes } from '../stream';

/** A zip that is sent while it is made: one file after the other, each piece by piece. */
export class ZipStream {
  private readonly ready: Uint8Array<ArrayBuffer>[] = [];
  private readonly zip = new Zip((error, piece) => {
    if (error) throw error;
    this.ready.push(new Uint8Array(piece));
  });
  private readonly encoder = new TextEncoder();

  constructor(private readonly write: WriteBytes) {}

  /** Adds a file of these pieces of text. */
  async add(name: string, pieces: AsyncIterable<string>): Promise<void> {
    const file = new ZipDeflate(name, { level: 6 });
    this.zip.add(file);
    for await (const piece of pieces) {
      file.push(this.encoder.encode(piece));
      await this.handOn();
    }
    file.push(new Uint8Array(0), true);
    await this.handOn();
  }

  /** Writes the list of what is in it, which ends it. */
  async end(): Promise<void> {
    this.zip.end();
    await this.handOn();
  }

  private async handOn(): Promise<void> {
    for (const piece of this.ready.splice(0)) if (piece.length > 0) await this.write(piece);
  }
}
