import * as z from 'zod';
import { KEY_SCOPES } from '@/domain/access/capabilities';
import { plainText } from '@/domain/text/input-text';
import { administratorsReason } from './account';

/** A bearer key for a consuming system. */
export const createKeyInput = z.object({
  name: plainText({ min: 1, max: 100, missing: 'name the system that will use the key' }),
  scopes: z
    .array(z.enum(KEY_SCOPES, { error: `one of ${KEY_SCOPES.join(', ')}` }))
    .min(1, `at least one of ${KEY_SCOPES.join(', ')}`)
    .transform((scopes) => [...new Set(scopes)]),
});

/** To make a key worthless. */
export const revokeKeyInput = z.object({ id: z.string(), reason: administratorsReason });
