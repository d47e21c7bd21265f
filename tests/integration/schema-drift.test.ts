import { expect, inject, it } from 'vitest';
import { migrationStatus, pendingSchemaSql } from '@/server/db/schema-engine';

it('the migrations lead to exactly the schema files', async () => {
  expect(await pendingSchemaSql(inject('templateUrl'))).toBe('');
});

it('a migrated database has nothing pending, edited or failed', async () => {
  expect(await migrationStatus(inject('templateUrl'))).toEqual({ pending: [], edited: [], failed: [] });
});
