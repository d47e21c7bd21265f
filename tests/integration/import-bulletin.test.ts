import { beforeEach, describe, expect, it } from 'vitest';
import { sayHold } from '@/domain/list/say-hold';
import type { Database } from '@/server/db/connect';
import type { ApplyOutcome } from '@/server/ingest/apply-list';
import { previewList } from '@/server/ingest/preview-list';
import { BULLETIN } from '../unit/list/bulletin';
import { freshDatabase } from './fresh-database';
import { appliedAs, contextAt, nationalLevels, officer, rowCounts } from './import-fixture';
import { placeDivisions } from './places';

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
  await placeDivisions(db);
  return () => db.close();
});

async function imported(text: string | Uint8Array, reason?: string): Promise<ApplyOutcome> {
  const context = contextAt(db, '2022-03-08T10:00:00');
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const preview = await previewList(context, officer, { bytes, fileName: '0306.txt' });
  return appliedAs(context, preview, reason);
}

/** The first reason why the list was held, as it is said. */
function heldFor(outcome: ApplyOutcome, language: 'zh' | 'en'): string {
  const [hold] = outcome.status === 'HELD' ? outcome.holds : [];
  return hold === undefined ? '' : sayHold(hold, language);
}

const NEXT_DAY = BULLETIN.replaceAll('3月6日', '3月7日').replace('2022-03-07', '2022-03-08');
const WRAPPED = NEXT_DAY.replace('环河街街道巴彦南路', '环河街街道\n巴彦南路');

describe('a bulletin with a line break inside 环河街街道⏎巴彦南路社区', () => {
  it('is held, ends nothing and raises no sub-district', async () => {
    expect((await imported(BULLETIN)).status).toBe('APPLIED');
    const before = await nationalLevels(db);
    const outcome = await imported(WRAPPED);
    expect(outcome).toMatchObject({ status: 'HELD', holds: [{ code: 'DOUBTFUL_PLACES' }] });
    expect(heldFor(outcome, 'zh')).toBe(
      '有的地点不一定读对：第9行之后在「回民区环河街街道⏎巴彦南路社区」处断行，连读为「回民区环河街街道巴彦南路社区」。',
    );
    expect(await nationalLevels(db)).toEqual(before);
  });

  it('confirmed by a person changes nothing either: both halves are one place', async () => {
    await imported(BULLETIN);
    const before = await nationalLevels(db);
    const outcome = await imported(WRAPPED, '与原文核对无误');
    expect(outcome).toMatchObject({ status: 'APPLIED', counts: { added: 0, ended: 0, unchanged: 14 } });
    expect(await nationalLevels(db)).toEqual(before);
  });
});

describe('a bulletin that cannot be read whole', () => {
  it('is held with the line shown', async () => {
    const outcome = await imported(BULLETIN.replace('\n天津市空港', '\n以下略。\n天津市空港'));
    expect(outcome).toMatchObject({ status: 'HELD', holds: [{ code: 'NOT_READ' }] });
    expect(heldFor(outcome, 'en')).toContain('Line 11');
  });

  it.each([
    ['a byte that is lost', Buffer.from(BULLETIN).subarray(0, -1), 'NOT_UTF8'],
    ['a sign that was lost before', BULLETIN.replace('东坝', '\ufffd\ufffd\ufffd坝'), 'NOT_UTF8'],
    ['NUL in a place', BULLETIN.replace('东坝', '\u0000坝'), 'BAD_TEXT'],
    ['a place of 3,000 signs', BULLETIN.replace('雅苑', '雅'.repeat(3000)), 'PLACE_TOO_LONG'],
  ])('%s refuses it, and nothing is stored', async (_what, text, listFault) => {
    const before = await rowCounts(db);
    await expect(imported(text)).rejects.toMatchObject({ kind: 'invalid-input', extra: { listFault } });
    expect(await rowCounts(db)).toEqual(before);
  });

  it('is read as Windows wrote it, and says so', async () => {
    const context = contextAt(db, '2022-03-08T10:00:00');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(BULLETIN, 'utf16le')]);
    const { prepared, plan } = await previewList(context, officer, { bytes: wide, fileName: 'a.txt' });
    expect([prepared.list.entries.length, plan.holds]).toEqual([14, []]);
    expect(prepared.list.warnings.map(({ code, found }) => [code, found])).toEqual([
      ['OTHER_ENCODING', 'UTF-16'],
    ]);
  });
});
