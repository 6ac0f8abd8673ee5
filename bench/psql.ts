import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A psql that stays signed in as the owner, as somebody would type into it. */
export class Psql {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(ownerUrl: string) {
    this.#process = spawn('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', ownerUrl]);
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** Runs statements, their rows thrown away, and answers the milliseconds until psql had them all. */
  async time(statements: string): Promise<number> {
    const begun = performance.now();
    this.#process.stdin.write(`\\o /dev/null\n${statements};\n\\o\n\\echo done\n`);
    const { done } = await this.#lines.next();
    if (done) throw new Error('psql ended before it answered.');
    return performance.now() - begun;
  }

  /** Ends it. */
  close(): void {
    this.#process.stdin.end('\\q\n');
  }
}
