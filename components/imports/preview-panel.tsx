import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { ZonedTime } from '@/components/ui/zoned-time';
import { CHANGES, type PreviewHead, REMARKS } from '@/domain/list/preview';
import type { Decided } from './ask-server';
import { DecideForm } from './decide-form';
import { HoldNotice } from './hold-notice';
import classes from './imports.module.css';
import { PreviewTable } from './preview-table';

/** What a list would do: its hour and source, why it must wait, every row by kind, and the decision. */
export function PreviewPanel(props: {
  head: PreviewHead;
  now: number;
  apply: (reason: string) => Promise<Decided>;
  reject: (reason: string) => Promise<Decided>;
  onDone: (decided: Decided) => void;
  onLeave: () => void;
}) {
  const { head, now, ...decide } = props;
  const t = useTranslations('imports');
  const { sizes, outside, stated, counts } = head;
  const hidden = [...CHANGES, ...REMARKS].reduce((sum, section) => sum + outside[section], 0);
  const shown = [...CHANGES, ...REMARKS].filter((section) => sizes[section] > 0);
  const [first] = shown;
  return (
    <div className={classes.preview}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('fact.list')}</dt>
          <dd>
            {head.authority} · <ZonedTime at={head.listTime} zone />
          </dd>
        </div>
        <div>
          <dt>{t('fact.file')}</dt>
          <dd>
            {head.fileName} · {t(`form.${head.form}`)}
          </dd>
        </div>
        <div>
          <dt>{t('fact.stated')}</dt>
          <dd>{t('stated', { high: stated.HIGH, medium: stated.MEDIUM, low: stated.LOW ?? -1 })}</dd>
        </div>
        <div>
          <dt>{t('fact.effect')}</dt>
          <dd>
            <ZonedTime at={head.effectiveAt} zone />
            {head.ahead && ` ${t('ahead')}`}
          </dd>
        </div>
      </dl>
      {head.holds.length > 0 && <HoldNotice holds={head.holds} />}
      <p className={classes.figures}>
        {CHANGES.map((section) => (
          <span key={section} data-zero={sizes[section] + outside[section] === 0}>
            {t(`section.${section}`)} <b>{t('figure', { count: sizes[section] + outside[section] })}</b>
          </span>
        ))}
        <span>
          {t('unchanged')} <b>{t('figure', { count: counts.unchanged })}</b>
        </span>
        {counts.lowNotDrawn > 0 && <span>{t('lowNotDrawn', { count: counts.lowNotDrawn })}</span>}
        {head.compares && <span>{t('compared', { count: counts.compared })}</span>}
      </p>
      {hidden > 0 && <p className={classes.small}>{t('outside', { count: hidden })}</p>}
      {first === undefined && hidden > 0 ? null : first === undefined ? (
        <EmptyState title={t('nothingTitle')} text={t('nothingText')} />
      ) : (
        <Tabs defaultValue={first} keepMounted={false} className={classes.tabs}>
          <Tabs.List aria-label={t('sections')}>
            {shown.map((section) => (
              <Tabs.Tab key={section} value={section}>
                {t(`section.${section}`)} {t('figure', { count: sizes[section] })}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {shown.map((section) => (
            <Tabs.Panel key={section} value={section}>
              <p className={classes.meaning}>{t(`meaning.${section}`)}</p>
              <PreviewTable token={head.token} section={section} size={sizes[section]} />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
      <DecideForm key={head.token} head={head} {...decide} />
    </div>
  );
}
