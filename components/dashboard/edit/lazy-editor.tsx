'use client';
import dynamic from 'next/dynamic';

/** The editor, whose code and that of dragging are fetched only for arranging. */
export const LazyEditor = dynamic(async () => (await import('./editor')).Editor);
