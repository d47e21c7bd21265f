import { applyAreas } from '@/domain/lookup/area/apply-areas';
import { areaDifferences } from './area-differences';
import { indexPart } from './index-part';
import { readIndexedAreas } from './read-indexed-areas';

/** The risk areas with their levels, names and places. */
export const areasPart = indexPart({
  name: 'areas',
  events: [
    'fengqu.area-status.changed.v1',
    'fengqu.area-evidence.changed.v1',
    'fengqu.area.renamed.v1',
    'fengqu.area.split.v1',
    'fengqu.area.merged.v1',
  ],
  read: (db, subjects) => readIndexedAreas(db, subjects),
  subjectOf: (area) => area.id,
  put: (index, { rows, gone, version, at }) => applyAreas(index, rows, version, at, gone),
  differences: areaDifferences,
});
