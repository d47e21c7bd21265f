import { setHomeDivisionInput } from '@/domain/acts/deployment';
import { isDivisionCode } from '@/domain/text/input-text';
import { verb } from '@/server/acts/verb';
import { refuseAccount } from '@/server/auth/account-refusal';
import type { Database } from '@/server/db/connect';
import { Prisma } from '@/server/db/generated/client';
import { forgetJurisdictions } from '@/server/shell/jurisdiction';
import { HOME_DIVISION, homeDivision, SETTING_NOTICE } from './home-division';

/**
 * Say whose headquarters this is. Look-up, pages and lists follow at once, in every process. `divisionCode` null:
 * nobody's own; every list is applied everywhere.
 * @throws Problem not-found unless a nation-wide administrator asks; invalid-input naming the field when the division is
 *   missing or no longer in force, or the reason is.
 */
export const setHomeDivision = verb({
  name: 'set-home-division',
  capability: 'home-set',
  on: 'This setting',
  schema: setHomeDivisionInput,
  kind: 'recording',
  run: async (tx, _actor, _at, { divisionCode, reason }) => {
    const known = divisionCode !== null && isDivisionCode(divisionCode);
    const division = known && (await tx.division.findUnique({ where: { code: divisionCode } }));
    if (divisionCode && (!division || division.validTo)) {
      throw refuseAccount('division-unknown', 'divisionCode');
    }
    const now = await homeDivision({ prisma: tx as Database['prisma'] });
    const before = now === undefined ? 'not set' : (now?.code ?? 'none');
    const after = divisionCode ?? 'none';
    if (before === after) return { result: null, changes: [], audit: [] };
    const value = divisionCode ?? Prisma.JsonNull;
    const where = { key: HOME_DIVISION };
    await tx.setting.upsert({ where, create: { ...where, value }, update: { value } });
    await tx.$executeRaw`select pg_notify('fengqu_log', ${SETTING_NOTICE})`;
    const audit = {
      action: 'HOME_DIVISION_SET',
      entity: 'setting',
      entityId: HOME_DIVISION,
      reason,
    } as const;
    return { result: null, changes: [], audit: [{ ...audit, before, after }] };
  },
  committed: () => forgetJurisdictions(),
});
