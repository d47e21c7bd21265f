import { useTranslations } from 'next-intl';
import { LevelShape } from '@/components/level/level-shape';
import type { TreeRow } from '@/domain/lookup/sheet/sheet';
import type { PathStep, Understood } from '@/domain/lookup/types';
import classes from './answer-card.module.css';
import { DivisionTree } from './division-tree';
import { lookupHref } from './lookup-href';

/**
 * Nothing was found: what the query was understood as, and the tree to find the place by hand.
 * @param props.understood null for an unknown id or code
 */
export function NotFound(props: {
  q: string;
  understood: Understood | null;
  within: readonly PathStep[] | null;
  provinces: readonly TreeRow[];
}) {
  const { q, understood, within, provinces } = props;
  const t = useTranslations('lookup');
  const last = within?.at(-1);
  return (
    <>
      <section className={classes.card} data-level="UNKNOWN" aria-labelledby="answer">
        <h1 id="answer" className={classes.headline}>
          <LevelShape level="UNKNOWN" size={26} />
          {t('none.title')}
        </h1>
        <p className={classes.strong}>{t('none.text')}</p>
        <p>{understoodText(t, understood, q)}</p>
        {last && (
          <p>
            {t('none.within', { name: last.name })} <a href={lookupHref({ q })}>{t('search.everywhere')}</a>
          </p>
        )}
        <p>{t('none.advice')}</p>
      </section>
      <DivisionTree rows={provinces} title={t('tree.provinces')} id="provinces" open />
    </>
  );
}

type Texts = ReturnType<typeof useTranslations<'lookup'>>;

function understoodText(t: Texts, understood: Understood | null, q: string): string {
  if (understood === null) return t('none.noSuch');
  const path = understood.path.map((step) => step.name).join(' ');
  if (understood.as === 'address' && path !== '') return t('none.address', { path, rest: understood.rest });
  if (understood.as === 'nothing') return t('none.nothing');
  return t(understood.as === 'address' ? 'none.name' : `none.${understood.as}`, {
    rest: understood.rest || q,
  });
}
