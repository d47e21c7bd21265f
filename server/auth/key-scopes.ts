import { z } from 'zod';

/** What a consuming system's key may do, as in the public contract. */
export const KEY_SCOPES = ['lookup:read', 'area:read', 'feed:read', 'stay:evaluate'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const keyInput = z.object({
  name: z.string().trim().min(1, 'name the system that will use the key').max(100, 'at most 100 characters'),
  scopes: z
    .array(z.enum(KEY_SCOPES, { error: `one of ${KEY_SCOPES.join(', ')}` }))
    .min(1, `at least one of ${KEY_SCOPES.join(', ')}`)
    .transform((scopes) => [...new Set(scopes)]),
});
export type KeyInput = z.input<typeof keyInput>;
