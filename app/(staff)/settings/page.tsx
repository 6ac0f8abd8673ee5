import { redirect } from 'next/navigation';

/** The settings begin with the business itself. */
export default function SettingsPage() {
  redirect('/settings/business');
}
