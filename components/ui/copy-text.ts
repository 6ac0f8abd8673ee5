import { showToast } from './toast';

/** Copies a text, and says so: `what` it is, small ("reference"), and `more` to know. Where the browser does not let it, it says that too. */
export async function copyText(text: string, what: string, more?: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ message: `Copied the ${what}.`, ...(more ? { detail: more } : {}) });
  } catch {
    showToast({
      message: `Your browser did not copy the ${what}. Select it and copy it by hand.`,
      detail: text,
      isProblem: true,
    });
  }
}
