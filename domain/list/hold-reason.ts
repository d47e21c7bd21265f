import { z } from 'zod';
import { listWarning } from '@/domain/list/list-warning';
import type { Sentence } from '@/domain/list/sentence';

const count = z.number();
/** What the reading left open: the first warnings of a kind, and how many more there are. */
const reading = { shown: z.array(listWarning).readonly(), more: count };
/** How many places stood, how many of them are gone and how many are new. */
const change = { before: count, gone: count, added: count };

const holdReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('COUNTS_DISAGREE'), ...reading }),
  /** Text of the list was not read. */
  z.object({ code: z.literal('NOT_READ'), ...reading }),
  /** Places that may have been read wrongly. */
  z.object({ code: z.literal('DOUBTFUL_PLACES'), ...reading }),
  z.object({ code: z.literal('DATED_AHEAD') }),
  z.object({ code: z.literal('OLDER_THAN_LAST') }),
  z.object({ code: z.literal('SAME_HOUR_OTHER_CONTENT'), gone: count, lowered: count }),
  z.object({ code: z.literal('EMPTY_AFTER_FULL'), before: count }),
  /** More than the share `most` is gone; `net` where new places were set against those gone. */
  z.object({ code: z.literal('TOO_MANY_GONE'), before: count, gone: count, net: z.boolean(), most: count }),
  /** Many are gone and none came: the mark of a truncated list. */
  z.object({ code: z.literal('GONE_NONE_NEW'), ...change }),
  /** Every province lost the same share: places left out, not released. */
  z.object({ code: z.literal('GONE_EVENLY'), ...change }),
  z.object({
    code: z.literal('PROVINCES_GONE'),
    provinces: z.array(z.object({ province: z.string(), places: count })).readonly(),
  }),
  z.object({ code: z.literal('LEVEL_GONE'), level: z.enum(['HIGH', 'MEDIUM']), before: count }),
]);

/** One reason to wait: a code with its figures. It is put into words when it is read (`sayHold`). */
export type HoldReason = z.infer<typeof holdReason>;
export type HoldCode = HoldReason['code'];

/**
 * A reason that was stored before reasons had figures: its sentences stand as they stood. They are null where what is
 * stored is of a version that is not known.
 */
export interface KeptHold {
  readonly code: string;
  readonly kept: Sentence | null;
}

const VERSION = 1;
const written = z.object({ v: z.undefined().optional(), code: z.string(), zh: z.string(), en: z.string() });

/** A reason as the record of an import keeps it. */
export function storedHold(hold: HoldReason): HoldReason & { readonly v: typeof VERSION } {
  return { ...hold, v: VERSION };
}

/** The reason in what is stored, in either form. Nothing is guessed: what is of neither form keeps its code alone. */
export function readHold(stored: unknown): HoldReason | KeptHold {
  const versioned = z.object({ v: z.literal(VERSION) }).safeParse(stored);
  const reason = versioned.success ? holdReason.safeParse(stored) : null;
  if (reason?.success) return reason.data;
  const { code } = z
    .object({ code: z.string().catch('') })
    .catch({ code: '' })
    .parse(stored);
  const words = written.safeParse(stored).data;
  return { code, kept: words === undefined ? null : { zh: words.zh, en: words.en } };
}
