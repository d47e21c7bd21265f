'use client';

import { createTheme, MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';

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

/** Calm greys and one quiet blue for actions; saturated colours belong to the levels alone. */
const theme = createTheme({
  fontFamily: 'var(--fq-font)',
  headings: { fontFamily: 'var(--fq-font)', fontWeight: '600' },
  primaryColor: 'steel',
  colors: {
    steel: [
      '#eef4fb',
      '#dbe6f3',
      '#b3cbe6',
      '#88aed9',
      '#6596ce',
      '#4f86c7',
      '#2b63a1',
      '#1f5490',
      '#184679',
      '#123863',
    ],
  },
  primaryShade: 7,
  defaultRadius: 'sm',
  cursorType: 'pointer',
});
