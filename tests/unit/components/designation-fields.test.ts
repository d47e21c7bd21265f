import { describe, expect, it } from 'vitest';
import type { DesignationFields } from '@/components/designation/designation-input';
import { readFields } from '@/components/designation/read-fields';

const now = Date.parse('2022-12-01T21:15:00+08:00');
const whole: DesignationFields = {
  division: '370724\n临朐县\n山东省 潍坊市',
  name: ' 城关街道惠中园3号楼 ',
  kind: '',
  level: 'HIGH',
  day: '2022-12-01',
  hour: '21',
  noticeNo: '',
  population: '',
  reason: '发现2例感染者',
};
const read = (more: Partial<DesignationFields> = {}) => readFields({ ...whole, ...more }, now);

describe('the designation form', () => {
  it('sends what is whole, the kind judged by the name and the hour as Beijing time', () => {
    expect(read()).toMatchObject({
      faults: [],
      input: {
        divisionCode: '370724',
        name: '城关街道惠中园3号楼',
        kind: 'BUILDING',
        level: 'HIGH',
        effectiveAt: Date.parse('2022-12-01T13:00:00Z'),
        reason: '发现2例感染者',
      },
    });
    expect(read().input).not.toHaveProperty('noticeNo');
    expect(read({ kind: 'COMPOUND' }).input?.kind).toBe('COMPOUND');
  });

  it.each<[string, Partial<DesignationFields>, string]>([
    ['no division chosen', { division: '' }, 'divisionCode'],
    ['no name', { name: '　' }, 'name'],
    ['no reason', { reason: '无' }, 'reason'],
    ['persons that are none', { population: '0' }, 'population'],
    ['half a person', { population: '1.5' }, 'population'],
    ['no day', { day: '' }, 'effectiveAt'],
    ['a day that does not exist', { day: '2022-11-31' }, 'effectiveAt'],
    ['more than a day ahead', { day: '2022-12-02', hour: '22' }, 'effectiveAt'],
  ])('marks the field at fault and sends nothing: %s', (_, more, field) => {
    expect(read(more)).toMatchObject({ input: null, faults: [field] });
  });

  it('takes 24时 for the end of the day', () => {
    expect(read({ hour: '24' }).input?.effectiveAt).toBe(Date.parse('2022-12-01T16:00:00Z'));
  });

  it('goes by the rule set of the hour it takes effect: 二十条 knows no medium, 第九版 does', () => {
    expect(read({ level: 'MEDIUM' }).faults).toEqual(['level']);
    expect(read({ level: 'MEDIUM', day: '2022-11-10' })).toMatchObject({
      ruleSet: { id: 'r2-9th' },
      input: { level: 'MEDIUM' },
    });
    expect(read({ day: '2022-12-07', hour: '0' }).ruleSet?.id).toBe('r4-10');
  });
});
