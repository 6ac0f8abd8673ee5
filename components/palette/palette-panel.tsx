'use client';
import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { ModKey } from '@/components/ui/mod-key';
import type { PaletteEntry } from '@/lib/palette';
import { route } from '@/lib/url';
import { entryValue, PaletteItem } from './palette-item';
import { type PalettePlace, standingEntries } from './standing-entries';
import { useEntries } from './use-entries';

interface PalettePanelProps {
  readonly places: readonly PalettePlace[];
  readonly mayWrite: boolean;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const GROUPS = ['Best match', 'Do', 'Go to'] as const;

/** Find by name, e-mail, phone, number, amount or reference; do; go. */
export function PalettePanel({ places, mayWrite, open, onOpenChange }: PalettePanelProps) {
  const router = useRouter();
  const [text, setText] = useState('');
  const { entries, isFailed, isLooking } = useEntries(text);
  const [picked, setPicked] = useState({ text, value: '' });
  const isNewTab = useRef(false);
  const all = [...entries, ...standingEntries(text, places, mayWrite)];
  const isPicked = picked.text === text && all.some((entry) => entryValue(entry) === picked.value);
  const go = ({ href }: PaletteEntry) => {
    if (isNewTab.current) window.open(href, '_blank', 'noopener');
    else {
      onOpenChange(false);
      router.push(route(href));
    }
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => !isOpen && setText('')}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop fixed inset-0 z-50 bg-backdrop" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex justify-center md:items-start md:pt-[14vh]">
          <Dialog.Popup
            aria-label="Find or do"
            className="dialog flex min-h-0 flex-col overflow-hidden bg-popover outline-none max-md:h-dvh max-md:w-full md:max-h-[70vh] md:w-[640px] md:max-w-[calc(100vw-32px)] md:rounded-dialog md:border md:border-border md:shadow-pop"
          >
            <Command
              shouldFilter={false}
              loop
              // The best for every new text, until the arrows or the pointer pick another.
              value={isPicked ? picked.value : all.slice(0, 1).map(entryValue).join('')}
              onValueChange={(value) => setPicked({ text, value })}
              label="Find or do"
              className="flex min-h-0 flex-1 flex-col"
              onKeyDownCapture={(event) => {
                isNewTab.current = event.metaKey || event.ctrlKey;
              }}
              onClickCapture={(event) => {
                isNewTab.current = event.metaKey || event.ctrlKey;
              }}
            >
              <div className="flex h-14 shrink-0 items-center gap-3 border-b border-border px-5">
                <Search aria-hidden className="size-4 shrink-0 text-subtle" />
                <Command.Input
                  value={text}
                  onValueChange={setText}
                  placeholder="A name, e-mail, phone, number, order or amount"
                  className="min-w-0 flex-1 bg-transparent text-[16px] leading-6 outline-none placeholder:text-subtle"
                />
                <Dialog.Close className="min-h-6 rounded-control px-1">
                  <Kbd>esc</Kbd>
                  <span className="sr-only"> closes</span>
                </Dialog.Close>
              </div>
              <Command.List className="palette min-h-0 flex-1 overflow-y-auto p-2">
                {GROUPS.map((group) => {
                  const own = all.filter((entry) => entry.group === group);
                  return (
                    own.length > 0 && (
                      <Command.Group key={group} heading={group}>
                        {own.map((entry) => (
                          <PaletteItem key={entryValue(entry)} entry={entry} onGo={go} />
                        ))}
                      </Command.Group>
                    )
                  );
                })}
              </Command.List>
              <p role="status" className="px-5 py-3 text-muted-foreground empty:hidden">
                {said(text, { isFailed, isLooking, count: all.length })}
              </p>
              <div
                aria-hidden
                className="flex h-10 shrink-0 items-center gap-4 border-t border-border px-5 text-meta text-subtle max-md:hidden"
              >
                <span>
                  <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
                </span>
                <span>
                  <Kbd>↵</Kbd> open
                </span>
                <span>
                  <ModKey letter="↵" /> open in a new tab
                </span>
              </div>
            </Command>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function said(
  text: string,
  { isFailed, isLooking, count }: { isFailed: boolean; isLooking: boolean; count: number },
): string {
  if (text.trim() === '' || isLooking) return '';
  if (isFailed) return 'The search did not answer. Type again.';
  return count > 0 ? '' : 'Nothing has that name, e-mail, phone, number, order, amount or reference.';
}
