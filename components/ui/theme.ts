import { createTheme } from '@mantine/core';

/** Calm greys and one quiet blue for actions; saturated colours belong to the levels alone. */
export const theme = createTheme({
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
