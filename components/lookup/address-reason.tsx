import { useTranslations } from 'next-intl';
import type { Headline } from '@/domain/lookup/sheet/headline';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import classes from './answer-card.module.css';
import { MentionList } from './mention-list';

/** In words: what of the address lies in which areas, what is left open, and what is only beside it. */
export function AddressReason(props: { sheet: Sheet; headline: Headline; address: string }) {
  const { sheet, headline, address } = props;
  const t = useTranslations('lookup');
  const { result, parts, possible, nearby, ground } = sheet;
  const inside = result.kind === 'area' && !parts.some((part) => part.id === result.id);
  const outside = ground ?? (headline.kind === 'MAY_LIE' ? result : null);
  return (
    <div className={classes.reason}>
      {inside && <p>{t('address.inside', { address })}</p>}
      {parts.length > 0 && (
        <>
          <p>{t('address.part', { address })}</p>
          <MentionList areas={parts} />
        </>
      )}
      {possible.length > 0 && (
        <>
          <p className={classes.strong}>
            {result.kind === 'area' ? t('address.mayLieArea') : t('address.mayLie', { address })}
          </p>
          <MentionList areas={possible} />
        </>
      )}
      {parts.length + possible.length > 0 && outside && (
        <p>{t('address.otherwise', { level: t(`level.${outside.level}`) })}</p>
      )}
      {result.kind === 'division' && possible.length === 0 && (
        <p>{t(nearby.length > 0 ? 'address.ground' : 'address.notFound', { address, name: result.name })}</p>
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
