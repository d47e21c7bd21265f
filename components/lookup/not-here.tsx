import { useTranslations } from 'next-intl';
import type { Sheet } from '@/domain/lookup/sheet/sheet';
import classes from './answer.module.css';
import { lookupHref } from './lookup-href';
import { MentionList } from './mention-list';

/** Ways on when the answer is not the place meant: other buildings of the compound, and the tree. */
export function NotHere({ sheet }: { sheet: Sheet }) {
  const t = useTranslations('lookup.notHere');
  const { result, nearby } = sheet;
  const up = result.kind === 'area' || sheet.address !== null ? result.path.at(-1) : result.path.at(-2);
  return (
    <section aria-labelledby="not-here" className={classes.notHere}>
      <h2 id="not-here">{t('title')}</h2>
      {result.kind === 'area' && nearby.length > 0 && (
        <details>
          <summary>
            {t('compound')} {nearby.length}
          </summary>
          <MentionList areas={nearby} />
        </details>
      )}
      <p className={classes.ways}>
        {up && <a href={lookupHref({ code: up.code })}>{up.name}</a>}
        <a href={lookupHref({})}>{t('tree')}</a>
      </p>
    </section>
  );
}
