import { z } from 'zod/mini';

/** How a draft stands: nothing written yet, written but not saved, saved at a time, or what keeps it from being saved. */
export type KeptState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string }
  /** Saved in another window since; `savedAt` is when, null when it was thrown away or posted there. */
  | {
      readonly kind: 'elsewhere';
      readonly message: string;
      readonly savedAt: string | null;
      readonly isPosted: boolean;
    };

/** What is kept: whose it is, and the fields of the invoice. */
export interface Keepable {
  readonly customerId: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What a window holds of a draft. */
export interface WindowCopy {
  readonly content: unknown;
  readonly seenAt: string | null;
  readonly isSaved: boolean;
}

/** What this window holds of a draft, in case the page goes before the server has it. */
const copy = z.object({ body: z.string(), seenAt: z.nullable(z.string()), isSaved: z.boolean() });
const kept = z.object({ content: z.unknown() });
const answer = z.object({
  savedAt: z.optional(z.nullable(z.string())),
  message: z.optional(z.string()),
  isPosted: z.optional(z.boolean()),
});

const REST_MS = 800;
const RETRY_MS = 5_000;

/**
 * Saves a draft as it is written: a moment after the last change, again when the connection comes back, and when the page goes. A copy
 * stays with the window until the server has it. Never writes over what another window saved.
 */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private isHeld = false;
  private latest: string;
  private kept: string;

  constructor(
    public readonly draftId: string,
    /** When the server's copy was saved, as far as this window knows; null when it has none. */
    public seenAt: string | null,
    start: Keepable,
    private readonly tell: (state: KeptState) => void,
  ) {
    this.latest = JSON.stringify(start);
    this.kept = this.latest;
  }

  /** What is on screen now; saved after a short rest when it differs from what was saved. */
  change(keepable: Keepable): void {
    const body = JSON.stringify(keepable);
    if (body === this.latest) return;
    this.latest = body;
    this.remember(false);
    if (this.isHeld) return;
    this.tell({ kind: 'unsaved' });
    this.later(REST_MS);
  }

  /** Holds saving back and waits for what is on its way: before the invoice is posted. */
  async hold(): Promise<void> {
    this.isHeld = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Saves again: after posting was refused, or when this window's version is to win over one saved at `seenAt`. */
  resume(seenAt: string | null = this.seenAt): void {
    this.isHeld = false;
    this.seenAt = seenAt;
    if (this.latest !== this.kept) this.later(0);
  }

  /** The page goes: what is not saved yet is sent after what is on its way, and stays with the window until it is there. */
  leave(): void {
    clearTimeout(this.timer);
    if (this.latest === this.kept || this.isHeld) return;
    const save = () => this.save(this.latest, true);
    void (this.running ? this.running.then(save) : save());
  }

  /** Nothing of it is kept with the window any more. */
  forget(): void {
    sessionStorage.removeItem(keyOf(this.draftId));
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running ??= this.run();
    }, ms);
  }

  /** Saves what is on screen, and after a rest what was written meanwhile. */
  private async run(): Promise<void> {
    const state = await this.save(this.latest, false);
    this.running = null;
    this.isHeld ||= state.kind === 'elsewhere' || state.kind === 'refused';
    this.tell(state);
    if (this.latest !== this.kept && !this.isHeld) this.later(state.kind === 'offline' ? RETRY_MS : REST_MS);
  }

  private async save(body: string, keepalive: boolean): Promise<KeptState> {
    const response = await this.send(body, keepalive).catch(() => null);
    const told = answer.safeParse(await response?.json().catch(() => null));
    if (!response || response.status >= 500 || !told.success) return { kind: 'offline' };
    const { savedAt = null, message = 'It could not be saved.', isPosted = false } = told.data;
    if (response.status === 409) return { kind: 'elsewhere', message, savedAt, isPosted };
    if (!response.ok || !savedAt) return { kind: 'refused', message };
    this.kept = body;
    this.seenAt = savedAt;
    this.remember(body === this.latest);
    return { kind: 'saved', at: new Date(savedAt) };
  }

  private send(body: string, keepalive: boolean): Promise<Response> {
    return fetch(`/invoices/drafts/${this.draftId}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: `${body.slice(0, -1)},"seenAt":${JSON.stringify(this.seenAt)}}`,
      keepalive,
    });
  }

  private remember(isSaved: boolean): void {
    const { latest: body, seenAt } = this;
    sessionStorage.setItem(keyOf(this.draftId), JSON.stringify({ body, seenAt, isSaved }));
  }
}

/** What this window holds of a draft; null for nothing. `isSaved` says whether the server had it, at `seenAt`. */
export function windowCopy(draftId: string): WindowCopy | null {
  const text = sessionStorage.getItem(keyOf(draftId));
  const parsed = text === null ? null : copy.safeParse(JSON.parse(text));
  if (!parsed?.success) return null;
  const { body, seenAt, isSaved } = parsed.data;
  return { content: kept.parse(JSON.parse(body)).content, seenAt, isSaved };
}

function keyOf(draftId: string): string {
  return `draft ${draftId}`;
}
