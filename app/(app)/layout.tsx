import '@mantine/core/styles.layer.css';
import '../globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { UiProvider } from '@/components/ui/ui-provider';
import { NONCE_HEADER } from '@/server/http/pages/page-headers';

export const metadata: Metadata = { title: { default: '风区 Fengqu', template: '%s · 风区' } };
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(NONCE_HEADER) ?? '';
  return (
    <html lang={await getLocale()} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} forceColorScheme="light" />
      </head>
      <body>
        {/* The texts are given where they are used: see ClientMessages. */}
        <NextIntlClientProvider messages={null}>
          <UiProvider nonce={nonce}>{children}</UiProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
