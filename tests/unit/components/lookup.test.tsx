import { createTranslator, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import en from '@/app/messages/en/lookup.json';
import level from '@/app/messages/zh-CN/level.json';
import lookup from '@/app/messages/zh-CN/lookup.json';
import { StaleWarning } from '@/components/lookup/age-line';
import { AnswerCard } from '@/components/lookup/answer-card';
import { dayRuns } from '@/components/lookup/day-runs';
import { DayStrip } from '@/components/lookup/day-strip';
import { HeldFigure } from '@/components/lookup/held-figure';
import { lookupHref } from '@/components/lookup/lookup-href';
import { NotFound } from '@/components/lookup/not-found';
import { sentenceOf } from '@/components/lookup/sentence-of';
import { answerPlace } from '@/domain/lookup/answer-place';
import { makeSheet } from '@/domain/lookup/sheet/make-sheet';
import { area, code, DAY, indexOf, NATION_COVERED, NOW } from '../lookup/fixture';

const OWN = [{ division: code('370700'), source: '潍坊市指挥部', since: null, asOf: NOW }];
const UNIT = area('u', '370703001', '寒亭街道欣海花园7号楼2单元', {
  noticeNo: '第52号',
  earliestRelease: () => Date.parse('2022-12-05T00:00+08:00'),
});

function sheetFor(areas: Parameters<typeof indexOf>[0], query: string, coverages = NATION_COVERED) {
  const index = indexOf(areas, coverages);
  const { results } = answerPlace(index, { by: 'words', words: query }, { at: NOW });
  const [first] = results;
  if (first === undefined) throw new Error(`nothing found for ${query}`);
  return makeSheet(index, first, results, query, NOW);
}

function markupOf(node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={{ lookup, level }}>
      {node}
    </NextIntlClientProvider>,
  );
}

const textOf = (node: ReactNode) =>
  markupOf(node)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const cardOf = (...given: Parameters<typeof sheetFor>) => <AnswerCard sheet={sheetFor(...given)} now={NOW} />;

describe('the card', () => {
  it('leads with the level, then where, since when, until when at the earliest, by which notice', () => {
    expect(textOf(cardOf([UNIT], '寒亭街道欣海花园7号楼2单元'))).toBe(
      '高风险区 寒亭街道欣海花园7号楼2单元 山东省 潍坊市 寒亭区 寒亭街道 ' +
        '自11月29日21时起，至今 2 天 最早12月4日24时可解除（须满足全部条件） 第52号公告',
    );
  });

  it('draws what is unknown as unknown and in no word as a low-risk area', () => {
    const card = cardOf([UNIT], '北京市朝阳区', OWN);
    expect(markupOf(card)).toContain('data-level="UNKNOWN"');
    expect(textOf(card)).toBe(
      '未知，不等于低风险 朝阳区 北京市 朝阳区 没有来源公布过覆盖此地的等级，请向当地核实。',
    );
  });

  it('never begins with low for a county that holds high areas', () => {
    const card = cardOf([UNIT], '寒亭区');
    expect(markupOf(card)).toContain('data-level="HIGH"');
    expect(textOf(card)).toBe('有高风险区 1 个 其余区域为低风险 寒亭区 山东省 潍坊市 寒亭区');
  });

  it('names the part of a building that lies inside, and the level of its rest', () => {
    const text = textOf(cardOf([UNIT], '寒亭街道欣海花园7号楼'));
    expect(text).toMatch(/^部分在高风险区内 寒亭街道欣海花园7号楼 /);
    expect(text).toContain('在内的部分： 高 寒亭街道欣海花园7号楼2单元');
    expect(text).toContain('如不在内：低风险');
  });

  it('says of a neighbouring building that it is low and which other one is listed', () => {
    const text = textOf(cardOf([UNIT], '寒亭街道欣海花园9号楼'));
    expect(text).toMatch(/^低风险区 寒亭街道欣海花园9号楼 /);
    expect(text).toContain(
      '不在列出的风险区之内，按所在的寒亭街道答复。 同小区或同路段的其他风险区，不含所查地点： 高 寒亭街道欣海花园7号楼2单元',
    );
    expect(text).toContain('寒亭区现有高风险区 1 个，此处属其余区域。');
  });

  it('asks for a check where the wording may hold the address', () => {
    const vague = area('v', '370703001', '寒亭街道民主街以东、通亭街以北合围区域');
    const card = cardOf([vague], '寒亭街道欣海花园9号楼');
    expect(markupOf(card)).toContain('data-level="HIGH"');
    expect(textOf(card)).toMatch(/^可能在高风险区内 .*如不在内：低风险/);
  });

  it('never shows a passed instant as the earliest release of an area that waits for its round', () => {
    const waiting = { ...UNIT, earliestRelease: (at: number) => at };
    expect(textOf(cardOf([waiting], '寒亭街道欣海花园7号楼2单元'))).toContain('最早12月1日21时可解除');
  });

  it('says that an earliest release which has passed did not happen', () => {
    const late = { ...UNIT, earliestRelease: () => NOW - DAY };
    expect(textOf(cardOf([late], '寒亭街道欣海花园7号楼2单元'))).toContain(
      '最早解除时间11月30日21时已到，尚未解除',
    );
  });

  it('warns in a street that areas without a street may lie there', () => {
    const streetless = area('s', '370703', '张氏发展中心文华书院7号楼');
    expect(textOf(cardOf([streetless], '370703002'))).toContain(
      '寒亭区另有 1 个风险区未写明街道或社区，可能在此，请逐一核对。 查看寒亭区',
    );
  });

  it('writes markup in a query as text', () => {
    const markup = markupOf(cardOf([UNIT], '寒亭街道<img src=x>花园9号楼'));
    expect(markup).not.toContain('<img');
    expect(markup).toContain('&lt;img src=x&gt;');
  });
});

describe('the sentence to copy', () => {
  const zh = createTranslator({ locale: 'zh-CN', messages: lookup });
  const plain = { locale: 'zh-CN', now: NOW, drill: false, staleSince: null };
  const say = (key: string, values?: Record<string, string | number>) => zh(key as 'title', values as never);

  it('names the place once, with its level, hour, cut-off and source', () => {
    expect(sentenceOf(say, sheetFor([UNIT], '寒亭街道欣海花园7号楼2单元'), plain)).toBe(
      '山东省潍坊市寒亭区寒亭街道欣海花园7号楼2单元：高风险，' +
        '自2022年11月29日21时起（数据截至2022年12月1日20时，来源：潍坊市指挥部）。',
    );
  });

  it('keeps part and rest of a building apart', () => {
    expect(sentenceOf(say, sheetFor([UNIT], '寒亭街道欣海花园7号楼'), plain)).toMatch(
      /^查询“寒亭街道欣海花园7号楼”：只有下列部分在内：寒亭街道欣海花园7号楼2单元。其余部分：低风险。/,
    );
  });

  it('begins with the doubt where a listed place bears the name of the village', () => {
    const listed = area('t', '370703002', '峡山区开元街道团结村', { kind: 'VILLAGE' });
    expect(sentenceOf(say, sheetFor([listed], '370703002201'), plain)).toBe(
      '团结村村民委员会可能属于同名风险区：峡山区开元街道团结村，须核实。' +
        '如不在内：低风险（数据截至2022年12月1日21时，来源：国务院客户端）。' +
        '寒亭区另有 1 个风险区未写明街道或社区，可能在此，须核对。',
    );
  });

  it('is marked in a drill, once', () => {
    const drill = { ...plain, drill: true };
    expect(sentenceOf(say, sheetFor([UNIT], '潍坊市'), drill)).toMatch(/^【演练】潍坊市：高风险区1个/);
    const invented = sentenceOf(
      say,
      sheetFor([{ ...UNIT, drill: true }], '寒亭街道欣海花园7号楼2单元'),
      drill,
    );
    expect(invented).toMatch(/^【演练】山东省潍坊市/);
    expect(invented.match(/演练/g)?.length).toBe(1);
  });

  it('says since when changes could not be confirmed', () => {
    const stale = { ...plain, staleSince: NOW };
    expect(sentenceOf(say, sheetFor([UNIT], '潍坊市'), stale)).toMatch(
      /注意：2022年12月1日21时以后的变动未能核对。$/,
    );
  });

  it('never says low of what is unknown', () => {
    expect(sentenceOf(say, sheetFor([UNIT], '北京市朝阳区', OWN), plain)).toBe(
      '北京市朝阳区：未知，不等于低风险（未收到覆盖该地的数据）。',
    );
  });

  it('is English in the English page', () => {
    const t = createTranslator({ locale: 'en', messages: en });
    const text = sentenceOf((key, values) => t(key as 'title', values as never), sheetFor([UNIT], '潍坊市'), {
      ...plain,
      locale: 'en',
      drill: true,
    });
    expect(text).toMatch(/^\[drill\] 山东省 潍坊市: 1 high-risk area, in 寒亭区 1 /);
  });
});

describe('small pieces', () => {
  it('say loudly how old what is shown has become', () => {
    const warning = <StaleWarning at={Date.parse('2022-12-01T20:57:00+08:00')} now={NOW} seconds={185} />;
    expect(markupOf(warning)).toContain('role="alert"');
    expect(textOf(warning)).toBe(
      '数据已旧：3 分钟未能核对，以下为 12月1日20时57分（北京时间）的情况，此后的变动没有反映。',
    );
  });

  it('say the strip of days in words', () => {
    const days = [
      { day: '2022-11-28', level: 'ROUTINE' },
      { day: '2022-11-29', level: 'HIGH' },
      { day: '2022-11-30', level: 'HIGH' },
    ] as const;
    expect(dayRuns(days)).toEqual([
      { from: '2022-11-28', to: '2022-11-28', level: 'ROUTINE' },
      { from: '2022-11-29', to: '2022-11-30', level: 'HIGH' },
    ]);
    const lookback = { days: 14, highest: 'HIGH', last: NOW - DAY } as const;
    const text = textOf(<DayStrip days={days} lookback={lookback} since={null} now={NOW} />);
    expect(text).toContain('最高：高风险（至11月30日21时）');
    expect(text).toContain('11月28日：常态化；11月29日至11月30日：高风险');
  });

  it('show an unknown division as unknown and not as none', () => {
    const row = { code: code('110000'), name: '北京市', kind: 'PROVINCE', holders: 0 } as const;
    const none = { HIGH: 0, MEDIUM: 0 };
    expect(textOf(<HeldFigure row={{ ...row, level: 'UNKNOWN', contains: none }} />)).toBe('未知');
    expect(textOf(<HeldFigure row={{ ...row, level: 'ROUTINE', contains: none }} />)).toBe('现无中高风险区');
    expect(textOf(<HeldFigure row={{ ...row, level: 'UNKNOWN', contains: { HIGH: 2, MEDIUM: 0 } }} />)).toBe(
      '2 处高风险 其余未知',
    );
  });

  it('say how a query that found nothing was understood', () => {
    const understood = {
      as: 'address',
      path: [{ code: code('370700'), name: '潍坊市' }],
      rest: '某某花园',
    } as const;
    expect(textOf(<NotFound q="x" understood={understood} within={null} provinces={[]} />)).toContain(
      '按地址查找：认出“潍坊市”，没有认出“某某花园”。',
    );
  });

  it('give a place one address', () => {
    expect(lookupHref({ code: '370703' })).toBe('/lookup?code=370703');
    expect(lookupHref({ within: '370700', q: '新城 区&a=b' })).toBe(
      '/lookup?q=%E6%96%B0%E5%9F%8E+%E5%8C%BA%26a%3Db&within=370700',
    );
    expect(lookupHref({ q: '' })).toBe('/lookup');
  });
});
