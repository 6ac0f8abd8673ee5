import { Command } from 'cmdk';
import {
  Banknote,
  Building2,
  CornerDownLeft,
  FileText,
  type LucideIcon,
  Phone,
  Plus,
  Table2,
  UserRound,
} from 'lucide-react';
import { Kbd } from '@/components/ui/kbd';
import type { PaletteEntry } from '@/lib/palette';

const ICONS: Readonly<Record<PaletteEntry['kind'], LucideIcon>> = {
  customer: Building2,
  person: UserRound,
  invoice: FileText,
  payment: Banknote,
  call: Phone,
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
      <span aria-hidden className="ml-auto flex shrink-0 items-center gap-1 max-md:hidden">
        {entry.keys?.map((key) => (
          <Kbd key={key}>{key.toUpperCase()}</Kbd>
        ))}
        <CornerDownLeft className="size-3.5 text-subtle opacity-0 group-aria-selected:opacity-100" />
      </span>
    </Command.Item>
  );
}
