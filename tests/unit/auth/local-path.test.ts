import { describe, expect, it } from 'vitest';
import { localPath, pathAfterSignIn } from '@/server/auth/local-path';

describe('a path to return to', () => {
  it.each([
    '/',
    '/areas',
    '/areas?level=HIGH&q=%E6%BD%8D%E5%9D%8A',
    '/areas/0190#history',
    '/lookup?q=https://example.com/',
  ])('keeps %s, which stays on this site', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/\t/evil.example/',
    '/\n/evil.example',
    '/.//evil.example/',
    '/areas/..//evil.example/',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'areas',
    '',
    'http:/areas',
    '//',
    '/\\[',
  ])('sends %j, which would leave the site, to the start page', (path) => {
    expect(localPath(path)).toBe('/');
  });

  it('takes nothing but text', () => {
    expect(localPath(undefined)).toBe('/');
    expect(localPath(['/areas', '/imports'])).toBe('/');
  });

  it('never returns to the sign-in page or to an endpoint', () => {
    expect(pathAfterSignIn('/sign-in?next=/sign-in')).toBe('/');
    expect(pathAfterSignIn('/api/auth/signout')).toBe('/');
    expect(pathAfterSignIn('/locale?to=en')).toBe('/');
    expect(pathAfterSignIn('/sign-in-guide')).toBe('/sign-in-guide');
    expect(pathAfterSignIn('/areas?level=HIGH')).toBe('/areas?level=HIGH');
  });
});
