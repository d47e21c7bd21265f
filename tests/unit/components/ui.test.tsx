import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import enLevel from '@/app/messages/en/level.json';
import enUi from '@/app/messages/en/ui.json';
import level from '@/app/messages/zh-CN/level.json';
import ui from '@/app/messages/zh-CN/ui.json';
import { LevelBadge } from '@/components/level/level-badge';
import { RiskMap } from '@/components/map/risk-map';
import { DataAge } from '@/components/ui/data-age';
import { DayDots } from '@/components/ui/day-dots';
import { FailedState } from '@/components/ui/failed-state';
import { StatFigure } from '@/components/ui/stat-figure';
import { ZonedTime } from '@/components/ui/zoned-time';

function render(node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={{ ui, level }}>
      <MantineProvider>{node}</MantineProvider>
    </NextIntlClientProvider>,
  );
}

/** What a reader sees, without styles and tags. */
const textOf = (markup: string) => markup.replaceAll(/<style[^>]*>.*?<\/style>|<[^>]+>/gs, '');

const instant = (iso: string) => Date.parse(iso);

describe('times on screen', () => {
  const now = instant('2022-12-01T21:00:00+08:00');

  it('name their zone', () => {
    const markup = render(<ZonedTime at={now} now={now} />);
    expect(markup).toContain('dateTime="2022-12-01T13:00:00.000Z"');
    expect(markup).toContain('title="2022-12-01 21:00 北京时间 (UTC+8)"');
    expect(textOf(render(<ZonedTime at={now} now={now} zone />))).toBe('12-01 21:00 北京时间');
  });
});

describe('the age of data', () => {
  const now = instant('2022-12-01T21:00:00+08:00');

  it('is said in the largest unit that holds it', () => {
    expect(textOf(render(<DataAge at={now - 120_000} now={now} />))).toBe('数据截至 12-01 20:58，2 分钟前');
  });

  it('is called old past the limit, and unknown when nobody knows', () => {
    const old = render(<DataAge at={now - 7_200_000} now={now} />);
    expect(textOf(old)).toBe('数据已旧：截至 12-01 19:00，2 小时前');
    expect(old).toContain('data-stale="true"');
    expect(textOf(render(<DataAge at={null} now={now} />))).toBe('数据时间未知');
  });
});

describe('small pieces', () => {
  it('a level is a word and a shape', () => {
    const markup = render(<LevelBadge level="HIGH" />);
    expect(textOf(markup)).toBe('高风险区');
    expect(markup).toContain('<path');
    expect(textOf(render(<LevelBadge level="LOW" short />))).toBe('低');
  });

  it('the dots say in words how many days count', () => {
    const markup = render(<DayDots counted={3} total={5} />);
    expect(markup).toContain('aria-label="连续天数：5 天中已满 3 天"');
    expect(markup.match(/data-counted="true"/g)?.length).toBe(3);
    expect(markup.match(/data-counted="false"/g)?.length).toBe(2);
  });

  it('an unknown figure is a dash and never 0', () => {
    expect(textOf(render(<StatFigure label="高风险区" value={null} />))).toBe('高风险区—');
    expect(textOf(render(<StatFigure label="高风险区" value={42965} />))).toBe('高风险区42,965');
  });

  it('what failed to load says that this does not mean nothing is there', () => {
    expect(textOf(render(<FailedState />))).toContain('这不表示没有内容');
  });

  it('the map has its heading, its sums and its source before any script runs', () => {
    const counts = [{ divisionCode: '370724', level: 'HIGH' as const, count: 156 }];
    const text = textOf(
      render(<RiskMap title="潍坊市风险区分布" asOf="截至 2022-12-01 21 时" home="370700" counts={counts} />),
    );
    expect(text).toContain('潍坊市风险区分布');
    expect(text).toContain('高风险区 156 处');
    expect(text).toContain('GS(2024)0650');
  });
});

describe('texts', () => {
  const keysOf = (node: object, path = ''): string[] =>
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? `${path}${key}` : keysOf(value as object, `${path}${key}.`),
    );

  it('exist in both languages', () => {
    expect(keysOf(enUi).sort()).toEqual(keysOf(ui).sort());
    expect(keysOf(enLevel).sort()).toEqual(keysOf(level).sort());
  });
});
