import { areasPart } from './areas-part';
import { coveragesPart } from './coverages-part';
import type { IndexPart } from './index-part';

/**
 * What the look-up index is made of, in the order in which a snapshot takes it in. A further kind (zones, traffic, counts)
 * adds its part here; start, catching up and the comparison with the database then do the rest.
 */
export const INDEX_PARTS: readonly IndexPart[] = [coveragesPart, areasPart];
