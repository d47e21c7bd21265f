import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AgeLine, StaleWarning } from '@/components/lookup/age-line';
import { Answer } from '@/components/lookup/answer';
import { headlineText } from '@/components/lookup/headline-text';
import { LookupFrame } from '@/components/lookup/lookup-frame';
import { lookupHref } from '@/components/lookup/lookup-href';
import { NotFound } from '@/components/lookup/not-found';
import { OtherResults, Rivals } from '@/components/lookup/rivals';
import { SearchForm } from '@/components/lookup/search-form';
import { sentenceOf } from '@/components/lookup/sentence-of';
import { SourceLine } from '@/components/lookup/source-line';
import { Start } from '@/components/lookup/start';
import { Unavailable } from '@/components/lookup/unavailable';
import { headlineOf } from '@/domain/lookup/sheet/headline';
import type { PathStep } from '@/domain/lookup/types';
import { LONGEST_QUERY } from '@/server/lookup/page-ask';
import type { LookupBody, LookupPage } from '@/server/lookup/page-lookup';
import { loadPage, type Query } from './load-page';

export const dynamic = 'force-dynamic';

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { page } = await loadPage(searchParams);
  const t = await getTranslations('lookup');
  if (page === null || page.body.kind === 'start') return { title: t('title') };
  if (page.body.kind === 'none') return { title: `${t('none.title')} · ${t('title')}` };
  const { sheet } = page.body;
  const long = await getTranslations('level.long');
  const whole = sheet.result.kind === 'division' && sheet.result.why.rule === 'STANDING';
  const words = headlineText(t, long, headlineOf(sheet), whole);
  return { title: `${words} · ${sheet.address ?? sheet.result.name} · ${t('title')}` };
}

export default async function LookupRoute({ searchParams }: Props) {
  const { ask, page, signedIn } = await loadPage(searchParams);
  const here = lookupHref(ask);
  const body = page?.body;
  const form = (
    <SearchForm
      q={ask.q}
      within={page?.within?.at(-1) ?? (ask.code !== null && body ? browsed(body) : null)}
      narrowed={page?.within != null}
      fresh={body?.kind === 'start'}
      longest={LONGEST_QUERY}
    />
  );
  return (
    <LookupFrame
      drill={page?.freshness.drill ?? false}
      age={page && <AgeLine at={page.freshness.confirmedAt} now={page.at} />}
      form={form}
      here={here}
      home={signedIn}
      source={
        page && body?.kind === 'answer' ? (
          <SourceLine source={body.sheet.result.source} now={page.at} />
        ) : null
      }
    >
      {page === null ? <Unavailable again={here} /> : <Page page={page} q={ask.q} cut={ask.cut} />}
    </LookupFrame>
  );
}

/** The division whose page is open: the next search may stay inside it. */
function browsed(body: LookupBody): PathStep | null {
  if (body.kind !== 'answer' || body.sheet.children.length === 0) return null;
  return body.sheet.result.path.at(-1) ?? null;
}

async function Page({ page, q, cut }: { page: LookupPage; q: string; cut: boolean }) {
  const t = await getTranslations('lookup');
  const locale = await getLocale();
  const { at, freshness, within, body } = page;
  const staleSince = freshness.stale ? freshness.confirmedAt : null;
  return (
    <>
      {staleSince !== null && <StaleWarning at={staleSince} now={at} seconds={freshness.ageSeconds} />}
      {cut && <p role="note">{t('search.cut', { count: LONGEST_QUERY })}</p>}
      {body.kind === 'start' && <Start provinces={body.provinces} />}
      {body.kind === 'none' && (
        <NotFound q={q} understood={body.understood} within={within} provinces={body.provinces} />
      )}
      {body.kind === 'answer' && (
        <>
          <Rivals opened={body.sheet.result} rivals={body.others.rivals} q={q} />
          <Answer
            sheet={body.sheet}
            now={at}
            sentence={sentenceOf(t, body.sheet, { locale, now: at, drill: freshness.drill, staleSince })}
          />
          <OtherResults {...body.others} most={body.most} />
        </>
      )}
    </>
  );
}
