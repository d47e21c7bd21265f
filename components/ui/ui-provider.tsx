'use client';

import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';
import { theme } from './theme';

/**
 * The UI kit for all pages below.
 * @param props.nonce by which the policy of the page lets styles stand. The document keeps the one it came with: a page
 *   that is refreshed later is sent another.
 */
export function UiProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [first] = useState(() => {
    // What keeps the page from scrolling under a dialog writes a style sheet of its own, and asks there for its nonce.
    if (typeof window !== 'undefined') setNonce(nonce);
    return nonce;
  });
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => first}>
      {children}
    </MantineProvider>
  );
}
