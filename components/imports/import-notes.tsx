import { useTranslations } from 'next-intl';
import type { FindDivisions } from '@/components/division/division-option';
import { LevelBadge } from '@/components/level/level-badge';
import type { ListNotes } from '@/domain/list/preview';
import type { Decided } from './ask-server';
import classes from './imports.module.css';
import { ResolveForm } from './resolve-form';

const SHOWN = 500;

/** What lists left for an officer: places whose division is unknown, and differences inside the home division. */
export function ImportNotes(
  props: ListNotes & {
    language: 'zh' | 'en';
    find: FindDivisions;
    resolve: (areaId: string, divisionCode: string, reason: string) => Promise<Decided>;
  },
) {
  const { unresolved, discrepancies, outside, language, find, resolve } = props;
  const elsewhere = outside.unresolved + outside.discrepancies;
  const t = useTranslations('imports.notes');
  return (
    <>
      {unresolved.length > 0 && (
        <section className={classes.panel} aria-labelledby="import-unresolved-title">
          <h2 id="import-unresolved-title">{t('unresolvedTitle', { count: unresolved.length })}</h2>
          <p>{t('unresolvedText')}</p>
          <ul className={classes.notes}>
            {unresolved.map((area) => (
              <li key={area.areaId} className={classes.note}>
                <span>
                  <LevelBadge level={area.level} short size="sm" />{' '}
                  <small lang="zh-CN">{area.writtenPath}</small>{' '}
                  <a href={`/areas/${area.areaId}`} lang="zh-CN">
                    {area.name}
                  </a>
                </span>
                <ResolveForm areaId={area.areaId} find={find} resolve={resolve} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {discrepancies.length > 0 && (
        <section className={classes.panel} aria-labelledby="import-discrepancies-title">
          <h2 id="import-discrepancies-title">{t('discrepanciesTitle', { count: discrepancies.length })}</h2>
          <p>{t('discrepanciesText')}</p>
          <ul className={classes.notes}>
            {discrepancies.map((row) => (
              <li key={row.id} className={classes.note}>
                <span lang="zh-CN">
                  <small>{row.path}</small>{' '}
                  {row.areaId ? <a href={`/areas/${row.areaId}`}>{row.name}</a> : row.name}
                </span>
                <span className={classes.reason}>{row.text[language]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {elsewhere > 0 && <p className={classes.small}>{t('outside', { ...outside })}</p>}
      {Math.max(unresolved.length, discrepancies.length) >= SHOWN && (
        <p className={classes.small}>{t('more', { count: SHOWN })}</p>
      )}
    </>
  );
}
