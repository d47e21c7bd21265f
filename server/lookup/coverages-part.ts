import { withCoverages } from '@/domain/lookup/area/empty-area-index';
import { indexPart } from './index-part';
import { readCoverages } from './read-coverages';

/** Who speaks for which ground. It hangs on settings and on the present too, of which no event tells. */
export const coveragesPart = indexPart({
  name: 'coverages',
  events: [],
  read: (db, _subjects, at) => readCoverages(db, at),
  subjectOf: (coverage) => `${coverage.division ?? ''} ${coverage.source}`,
  put: (index, { rows, version }) => withCoverages(index, rows, version),
  differences: null,
});
