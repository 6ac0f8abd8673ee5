'use client';
import type { ComponentProps } from 'react';
import { findCustomers } from '@/app/(staff)/customers/find-customers';
import { LineEditor } from '@/components/receipts/line-editor';
import { openItemsOf } from './read-open-items';

/** The editor of a line with the ways in which it asks the server. */
export function EditLine(props: Omit<ComponentProps<typeof LineEditor>, 'find' | 'openItems'>) {
  return <LineEditor {...props} find={findCustomers} openItems={openItemsOf} />;
}
