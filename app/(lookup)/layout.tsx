import './lookup.css';
import '@/components/level/level.css';
import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#16283c' };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lookup'))('title'), robots: { index: false } };
}

// A root of its own: no UI kit and hardly any script, so that it opens at once on a phone.
export default async function LookupRoot({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  );
}
