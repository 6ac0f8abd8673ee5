'use client';
import dynamic from 'next/dynamic';

/** A day as text, for a panel that few open: its code is fetched when it is drawn. */
export const LazyDateInput = dynamic(async () => (await import('./date-input')).DateInput, { ssr: false });
