import { useTranslations } from 'next-intl';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import { MentionList } from './mention-list';

/** The areas listed under a division. */
export function AreasInside({ sheet }: { sheet: Sheet }) {
  const t = useTranslations('lookup');
  const { areas, children, address, result } = sheet;
  if (areas.rows.length === 0) return null;
  const title =
    address !== null
      ? t('address.standing', { name: result.name })
      : children.length > 0 && children[0]?.kind !== 'COMMUNITY'
        ? t('tree.direct')
        : t('tree.areas');
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">{title}</h2>
      <MentionList areas={areas.rows} />
      {areas.total > areas.rows.length && address === null && (
        <p>{t('tree.more', { total: areas.total, shown: areas.rows.length })}</p>
      )}
    </section>
  );
}
