import { z } from 'zod';
import { plainText } from '@/server/input-text';

/** What a consuming system's key may do, as in the public contract. */
export const KEY_SCOPES = ['lookup:read', 'area:read', 'feed:read', 'stay:evaluate'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const keyInput = z.object({
  name: plainText({ min: 1, max: 100, missing: 'name the system that will use the key' }),
  scopes: z
    .array(z.enum(KEY_SCOPES, { error: `one of ${KEY_SCOPES.join(', ')}` }))
    .min(1, `at least one of ${KEY_SCOPES.join(', ')}`)
    .transform((scopes) => [...new Set(scopes)]),
});
export type KeyInput = z.input<typeof keyInput>;
