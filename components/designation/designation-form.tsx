'use client';

import { NativeSelect, NumberInput, Radio, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonField } from '@/components/form/reason-field';
import { RecordForm } from '@/components/form/record-form';
import { useActForm } from '@/components/form/use-act-form';
import { type WholeGround, wholeGroundOf } from '@/components/form/whole-ground';
import { WholeQuestion } from '@/components/form/whole-question';
import { useSay } from '@/components/ui/use-say';
import type { DesignateAreaInput } from '@/domain/acts/area';
import { AREA_KINDS } from '@/domain/area/types';
import { HOURS_OF_DAY } from '@/domain/time/hour-input';
import type { FindDivisions } from '../division/division-option';
import { DivisionPicker } from '../division/division-picker';
import { DesignationEffect, SizeWarning } from './designation-effect';
import classes from './designation-form.module.css';
import { type Designate, type DesignationFields, readDivision, writeDivision } from './designation-input';
import { readFields } from './read-fields';

/**
 * The form by which an officer designates an area. It says what it will do before it is sent; its draft survives a
 * reload; a place at which a level stands already is refused with a link to it.
 * @param props.now the present instant, epoch ms; @param props.begin Beijing day and hour to start from
 */
export function DesignationForm(props: {
  now: number;
  begin: { day: string; hour: number };
  find: FindDivisions;
  designate: Designate;
}) {
  const { now, begin, find, designate } = props;
  const t = useTranslations('areas.new');
  const { sayHour } = useSay();
  const tKind = useTranslations('areas.kind');
  const tLevel = useTranslations('level.long');
  const tForm = useTranslations('area.form');
  const router = useRouter();
  const form = useActForm<DesignationFields, DesignateAreaInput>({
    draft: 'designate',
    initial: {
      ...{ division: '', name: '', kind: '', level: 'HIGH', noticeNo: '', population: '', reason: '' },
      ...{ day: begin.day, hour: String(begin.hour) },
    },
    read: (fields) => readFields(fields, now),
    words: (fault) => t(`fault.${fault}`),
    fieldOf: { divisionCode: 'division', effectiveAt: 'day' },
  });
  const [existing, setExisting] = useState<string | null>(null);
  const [whole, setWhole] = useState<{ ground: WholeGround; of: string; confirmed: boolean } | null>(null);
  const { fields, field, change } = form;
  const read = readFields(fields, now);
  const division = readDivision(fields.division);
  const levels = (['HIGH', 'MEDIUM'] as const).filter((level) => read.ruleSet?.levels.includes(level));
  const level = levels.find((one) => one === fields.level) ?? null;

  // What was confirmed is this ground at this level; another is asked about anew.
  const asked = [fields.division, fields.name, fields.kind, fields.level].join('\n');
  const question = whole?.of === asked ? whole : null;

  const onSubmit = () => {
    setExisting(null);
    let areaId = '';
    return form.send(
      async (input, key) => {
        const answer = await designate({ ...input, confirmedWhole: question?.confirmed ?? false }, key);
        if (answer.ok) {
          areaId = answer.areaId;
          return answer;
        }
        const ground = wholeGroundOf(answer.values);
        setExisting(answer.values.presentArea ?? null);
        setWhole(ground && { ground, of: asked, confirmed: false });
        return answer.kind === 'not-found' ? { ...answer, fields: ['divisionCode'] } : answer;
      },
      () => router.push(`/areas/${areaId}`),
    );
  };
  return (
    <RecordForm
      form={form}
      {...(existing || question ? { refusal: null } : {})}
      submitLabel={level ? t('submit', { level: tLevel(level) }) : t('title')}
      effect={
        read.input &&
        division &&
        read.ruleSet && (
          <DesignationEffect input={read.input} division={division} ruleSet={read.ruleSet} now={now} />
        )
      }
      onSubmit={onSubmit}
      onClose={() => {
        form.forget();
        router.push('/areas');
      }}
    >
      <DivisionPicker
        name="divisionCode"
        required
        label={t('division')}
        description={division ? `${division.above} ${division.name}` : t('divisionHint')}
        placeholder={t('divisionExample')}
        value={division}
        find={find}
        onChange={(chosen) => change({ division: writeDivision(chosen) })}
        error={field('division').error}
      />
      <TextInput label={t('name')} description={t('nameHint')} required maxLength={500} {...field('name')} />
      <NativeSelect
        label={t('kind')}
        {...field('kind')}
        description={<SizeWarning kind={read.kind} level={level} ruleSet={read.ruleSet} />}
        classNames={{ description: classes.warning ?? '' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          { value: '', label: t('kindGuessed', { kind: tKind(read.kind) }) },
          ...AREA_KINDS.map((kind) => ({ value: kind, label: tKind(kind) })),
        ]}
      />
      <Radio.Group label={t('level')} required {...field('level')} value={level}>
        <div className={classes.choices}>
          {levels.map((one) => (
            <Radio key={one} value={one} label={tLevel(one)} />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.row}>
        <TextInput type="date" label={t('day')} required {...field('day')} />
        <NativeSelect
          label={t('hour')}
          {...field('hour')}
          data={HOURS_OF_DAY.map((hour) => ({ value: String(hour), label: sayHour(hour) }))}
        />
      </div>
      <div className={classes.row}>
        <TextInput
          label={`${t('noticeNo')}${tForm('optional')}`}
          maxLength={100}
          placeholder={t('noticeExample')}
          {...field('noticeNo')}
        />
        <NumberInput
          label={`${t('population')}${tForm('optional')}`}
          hideControls
          thousandSeparator=","
          allowDecimal={false}
          allowNegative={false}
          {...field('population')}
          onChange={(value) => change({ population: String(value) })}
        />
      </div>
      <ReasonField label={tForm('reason')} description={t('reasonHint')} {...field('reason')} />
      {question && (
        <WholeQuestion
          ground={question.ground}
          level={level ? tLevel(level) : ''}
          confirmed={question.confirmed}
          onConfirm={(confirmed) => setWhole({ ...question, confirmed })}
        />
      )}
      {existing && (
        <p className={classes.existing} role="alert">
          {t.rich('existing', { open: (words) => <Link href={`/areas/${existing}`}>{words}</Link> })}
        </p>
      )}
    </RecordForm>
  );
}
