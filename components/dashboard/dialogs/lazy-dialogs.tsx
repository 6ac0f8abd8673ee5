'use client';
import dynamic from 'next/dynamic';

/** The dialog for a new dashboard, whose code is fetched when the address asks for it. */
export const LazyNewDialog = dynamic(async () => (await import('./new-dialog')).NewDialog);

/** The dialog about one of the own dashboards, likewise. */
export const LazyManageDialog = dynamic(async () => (await import('./manage-dialog')).ManageDialog);
