import {
  Banknote,
  Building2,
  Download,
  FileText,
  FileUp,
  KeyRound,
  Link2,
  Lock,
  LogIn,
  LogOut,
  type LucideIcon,
  Settings,
  Sparkles,
  SquarePen,
  Undo2,
  Unlink2,
  UserPlus,
} from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  invoice_posted: FileText,
  payment_recorded: Banknote,
  payment_reversed: Undo2,
  invoice_voided: Undo2,
  credit_memo_voided: Undo2,
  credit_applied: Link2,
  allocation_undone: Unlink2,
  customer_created: Building2,
  import_booked: FileUp,
  import_undone: Undo2,
  report_downloaded: Download,
  period_locked: Lock,
  organization_registered: Building2,
  organization_updated: Settings,
  user_invited: UserPlus,
  invitation_accepted: UserPlus,
  password_changed: KeyRound,
  api_key_created: KeyRound,
  api_key_revoked: KeyRound,
  signed_in: LogIn,
  signed_out: LogOut,
  sample_created: Sparkles,
};

/** The sign of what was done; a pen for what has none of its own. */
export function VerbIcon({ verb }: { readonly verb: string }) {
  const Icon = ICONS[verb] ?? SquarePen;
  return <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />;
}
