import { describe, expect, it } from 'vitest';
import { MESSAGES } from '@/app/i18n/messages';
import { pickTexts } from '@/app/i18n/pick-texts';
import { routesBelow } from './client-texts';

const within = (part: string, whole: string) => part === whole || part.startsWith(`${whole}.`);

const routes = routesBelow('app');

describe.each(routes)('$file', ({ asked, given }) => {
  it('is given every text that its client components ask for', () => {
    expect(asked.filter((text) => !given.some((part) => within(text, part)))).toEqual([]);
  });

  it('asks for texts that exist', () => {
    expect(() => pickTexts(MESSAGES.en, asked)).not.toThrow();
  });
});

describe.each(routes.filter(({ file, own }) => own && file.endsWith('/page.tsx')))('$file', (route) => {
  it('is given no text that nothing on it asks for', () => {
    expect(route.own?.filter((part) => !route.asked.some((text) => within(text, part)))).toEqual([]);
  });
});
