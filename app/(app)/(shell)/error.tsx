'use client';

import { FailedState } from '@/components/ui/failed-state';

/** A page that could not be loaded says so; it never looks like a page with nothing on it. */
export default function ShellError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return <FailedState onRetry={retry} {...(error.digest ? { requestId: error.digest } : {})} />;
}
