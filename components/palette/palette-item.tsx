import { Command } from 'cmdk';
import { Banknote, Building2, CornerDownLeft, FileText, type LucideIcon, Plus, Table2 } from 'lucide-react';
import type { PaletteEntry } from '@/lib/palette';

const ICONS: Readonly<Record<PaletteEntry['kind'], LucideIcon>> = {
  customer: Building2,
  invoice: FileText,
  payment: Banknote,
  report: Table2,
  new: Plus,
};

interface PaletteItemProps {
  readonly entry: PaletteEntry;
  readonly onGo: (entry: PaletteEntry) => void;
}

/** What tells an entry from the others of the palette. */
export function entryValue({ label, href }: PaletteEntry): string {
  return label + href;
}

/** One line of the palette. */
export function PaletteItem({ entry, onGo }: PaletteItemProps) {
  const Icon = ICONS[entry.kind];
  return (
    <Command.Item
      value={entryValue(entry)}
      onSelect={() => onGo(entry)}
      className="group flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-3 aria-selected:bg-muted max-md:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="shrink-0 font-medium">{entry.label}</span>
      <span className="truncate text-muted-foreground">{entry.about}</span>
      <CornerDownLeft
        aria-hidden
        className="ml-auto size-3.5 shrink-0 text-subtle opacity-0 group-aria-selected:opacity-100"
      />
    </Command.Item>
  );
}
