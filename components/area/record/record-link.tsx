'use client';

import type { MouseEvent, ReactNode } from 'react';
import { type Dialog, dialogHref } from './dialogs';
import { openDialog } from './use-dialog';

/**
 * A link that opens a dialog of this page without asking the server.
 * @param props.record the record it is about, if any
 */
export function RecordLink(props: {
  dialog: Dialog;
  record?: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { dialog, record = null, className, children } = props;
  const href = dialogHref(dialog, record);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openDialog(href);
  };
  return (
    <a href={href} className={className} onClick={open}>
      {children}
    </a>
  );
}
