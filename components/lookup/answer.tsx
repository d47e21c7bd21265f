import { useTranslations } from 'next-intl';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import classes from './answer.module.css';
import { AnswerCard } from './answer-card';
import { DayStrip } from './day-strip';
import { DivisionTree } from './division-tree';
import { MentionList } from './mention-list';
import { NotHere } from './not-here';
import { RowTable } from './row-table';
import { SentenceBox } from './sentence-box';

/** One place answered: level, sentence, history, surroundings, ways on. @param props.sentence the copyable answer */
export function Answer({ sheet, now, sentence }: { sheet: Sheet; now: number; sentence: string }) {
  const t = useTranslations('lookup');
  const { result, days, around, children } = sheet;
  // Where it is open which areas the place lies in, a strip of its own would look like a clean record.
  const open = ['MAY_LIE', 'MAY_HOLD'].includes(headlineOf(sheet).kind);
  const held = result.contains.HIGH + result.contains.MEDIUM > 0;
  return (
    <div className={classes.answer}>
      <div className={classes.main}>
        <AnswerCard sheet={sheet} now={now} />
        <SentenceBox text={sentence} />
      </div>
      <div className={classes.beside}>
        {days.length > 0 && !open && (
          <DayStrip
            days={days}
            lookback={result.lookback}
            since={result.level === result.lookback.highest ? result.since : null}
            now={now}
          />
        )}
        {around.length > 0 && (
          <section aria-labelledby="around">
            <h2 id="around" className={classes.hidden}>
              {t('around.title')}
            </h2>
            <RowTable rows={around} spread />
          </section>
        )}
        <DivisionTree rows={children} title={held ? t('tree.title') : t('tree.below')} id="below" />
        <AreasInside sheet={sheet} />
        <NotHere sheet={sheet} />
      </div>
    </div>
  );
}

/** The areas listed under a division. */
function AreasInside({ sheet }: { sheet: Sheet }) {
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
