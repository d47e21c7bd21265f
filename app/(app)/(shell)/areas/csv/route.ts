import { getTranslations } from 'next-intl/server';
import { readListQuery } from '@/components/area-list/list-query';
import { stampOf } from '@/domain/time/say-instant';
import { answerRequest } from '@/server/acts/door';
import { areaCsv } from '@/server/areas/area-csv';
import { authorityNames } from '@/server/areas/authority-names';
import { divisionPaths } from '@/server/areas/division-path';
import { passingAreas } from '@/server/areas/list-areas';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import { runtime } from '@/server/runtime';

/** The filtered list as a file; the same address parameters as the page, all pages of it. */
export async function GET(request: Request): Promise<Response> {
  return answerRequest(request, (viewer) => csvFile(viewer, new URL(request.url).searchParams));
}

async function csvFile(viewer: Viewer, params: URLSearchParams): Promise<Response> {
  const { query, unknown } = readListQuery(params);
  if (unknown.length > 0) {
    const faults = unknown.map((given) => ({ pointer: given, reason: 'not understood' }));
    throw new Problem('invalid-input', `Not understood: ${unknown.join(', ')}.`, faults);
  }
  const { page: _page, ...filter } = query;
  const rt = runtime();
  const [{ at, areas }, authorities, words] = await Promise.all([
    passingAreas(rt, viewer, filter),
    authorityNames(rt),
    filterWords(query),
  ]);
  const pieces = areaCsv(areas, { at, filter: words, authorities });
  const stamp = stampOf(at);
  return new Response(streamed(pieces), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="risk-areas-${stamp}.csv"; filename*=UTF-8''${encodeURIComponent(`风险区清单-${stamp}.csv`)}`,
      'cache-control': 'private, no-store',
    },
  });
}

const PIECE = 65_536;

/** The lines as bytes, a piece at a time as the reader takes them. */
function streamed(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let text = '';
      while (text.length < PIECE) {
        const { done, value } = lines.next();
        if (done) break;
        text += value;
      }
      if (text === '') controller.close();
      else controller.enqueue(encoder.encode(text));
    },
  });
}

/** The filter in Chinese, as the head of the file says it. */
async function filterWords(query: ReturnType<typeof readListQuery>['query']): Promise<string> {
  const t = await getTranslations({ locale: 'zh-CN', namespace: 'areas' });
  const tLevel = await getTranslations({ locale: 'zh-CN', namespace: 'level.long' });
  const { level, division, authority, due, q, unresolved } = query;
  const { db } = runtime();
  const place = division && (await divisionPaths(db.prisma, [division])).get(division);
  const words = [
    level && tLevel(level),
    division && (place ? place.steps.map((step) => step.name).join('') : division),
    authority &&
      `${t('filter.authority')}：${(await authorityNames({ db })).get(authority)?.zh ?? authority}`,
    due && t(`due.${due}`),
    q && `${t('filter.text')}：${q}`,
    unresolved && t('filter.unresolved'),
  ];
  return words.filter(Boolean).join('；');
}
