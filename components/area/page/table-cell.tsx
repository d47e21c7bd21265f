import type { ReactNode } from 'react';

/** A cell that on a phone stands beside the heading of its column. */
export function TableCell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td data-label={label}>
      <div>{children}</div>
    </td>
  );
}
