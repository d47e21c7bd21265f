import { useTranslations } from 'next-intl';
import type { TreeRow } from '@/domain/lookup/sheet/sheet';
import classes from './answer.module.css';
import { DivisionTree } from './division-tree';

/** Before anything was asked: how to ask, and the tree. */
export function Start({ provinces }: { provinces: readonly TreeRow[] }) {
  const t = useTranslations('lookup');
  return (
    <>
      <section className={classes.start}>
        <h1>{t('start.title')}</h1>
        <p>{t('start.text')}</p>
        <p>{t('search.hint', { examples: t('start.examples') })}</p>
      </section>
      <DivisionTree rows={provinces} title={t('tree.provinces')} id="provinces" open />
    </>
  );
}
