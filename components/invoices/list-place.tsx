import { ChevronDown, ChevronUp, type LucideIcon } from 'lucide-react';
import type { Route } from 'next';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import type { Neighbours } from '@/db/queries/document-neighbours';
import { formatCount } from '@/lib/format';

interface ListPlaceProps {
  readonly neighbours: Neighbours;
  readonly hrefOf: (documentId: string) => Route;
}

/** "2 of 47" in the list that an invoice was opened from, with the ways to the one before it and the one after. */
export function ListPlace({ neighbours: { previousId, nextId, place }, hrefOf }: ListPlaceProps) {
  if (!previousId && !nextId) return null;
  return (
    <nav aria-label="The list" className="flex items-center gap-2">
      {place && (
        <span className="fig mr-1 text-muted-foreground max-lg:hidden">
          {formatCount(place.at)} of {formatCount(place.of)}
        </span>
      )}
      <Step
        label="Previous invoice"
        pageKey="k"
        icon={ChevronUp}
        href={previousId ? hrefOf(previousId) : null}
      />
      <Step label="Next invoice" pageKey="j" icon={ChevronDown} href={nextId ? hrefOf(nextId) : null} />
    </nav>
  );
}

interface StepProps {
  readonly label: string;
  readonly pageKey: string;
  readonly icon: LucideIcon;
  /** Null at the end of the list. */
  readonly href: Route | null;
}

function Step({ label, pageKey, icon: Icon, href }: StepProps) {
  if (!href)
    return (
      <span aria-hidden className={buttonClass({ size: 'sm', icon: true }, 'opacity-40')}>
        <Icon />
      </span>
    );
  return (
    <ButtonLink
      href={href}
      aria-label={label}
      title={`${label} (${pageKey.toUpperCase()})`}
      data-page-key={pageKey}
      size="sm"
      icon
    >
      <Icon aria-hidden />
    </ButtonLink>
  );
}
