import { placeKey } from '@/domain/place/normalize';
import type { Viewer } from '@/server/auth/viewer';
import type { ServiceContext } from '@/server/service-context';
import { OWN_AUTHORITY } from './own-authority';

/** The id of the headquarters' own area of this name in this division, inside the viewer's subtree; null when none. */
export async function findOwnArea(
  context: Pick<ServiceContext, 'db'>,
  viewer: Viewer,
  place: { divisionCode: string; name: string },
): Promise<string | null> {
  const area = await context.db.prisma.area.findFirst({
    where: {
      authorityId: OWN_AUTHORITY.id,
      divisionCode: place.divisionCode,
      nameKey: placeKey(place.name),
      division: { path: { startsWith: viewer.scope } },
    },
    select: { id: true },
  });
  return area?.id ?? null;
}
