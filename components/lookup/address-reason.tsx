import { useTranslations } from 'next-intl';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import classes from './answer-card.module.css';
import { MentionList } from './mention-list';

/** In words: what of the address lies in which areas, what is left open, and what is only beside it. */
export function AddressReason({ sheet, address }: { sheet: Sheet; address: string }) {
  const t = useTranslations('lookup');
  const { result, parts, possible, nearby } = sheet;
  const inside = result.kind === 'area' && !parts.some((part) => part.id === result.id);
  return (
    <div className={classes.reason}>
      {inside && result.name !== address && <p>{t('address.inside', { area: result.name })}</p>}
      {parts.length > 0 && (
        <>
          <p>{t('address.part')}</p>
          <MentionList areas={parts} />
        </>
      )}
      {possible.length > 0 && (
        <>
          <p className={classes.strong}>
            {result.kind === 'area' ? t('address.mayLieArea') : t('address.mayLie')}
          </p>
          <MentionList areas={possible} />
        </>
      )}
      {result.kind === 'division' && possible.length === 0 && (
        <p>{t(nearby.length > 0 ? 'address.ground' : 'address.notFound', { name: result.name })}</p>
      )}
      {result.kind === 'division' && nearby.length > 0 && (
        <>
          <p>{t('address.nearby')}</p>
          <MentionList areas={nearby} shown={4} />
        </>
      )}
    </div>
  );
}
