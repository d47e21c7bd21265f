'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks the server for the page's figures again, every so often while somebody looks and when they come back to it. */
export function KeepFresh({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const ask = () => {
      if (!document.hidden) router.refresh();
    };
    const timer = setInterval(ask, everySeconds * 1000);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [router, everySeconds]);
  return null;
}
