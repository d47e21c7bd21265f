'use client';

import { NativeSelect, NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RecordForm } from '@/components/form/record-form';
import { useDraft } from '@/components/form/use-draft';
import { useSubmit } from '@/components/form/use-submit';
import type { WholeGround } from '@/components/form/whole-ground';
import { WholeQuestion } from '@/components/form/whole-question';
import { useSay } from '@/components/ui/use-say';
import { AREA_KINDS } from '@/domain/area/types';
import { HOURS_OF_DAY } from '@/domain/time/hour-input';
import type { FindDivisions } from '../division/division-option';
import { DivisionPicker } from '../division/division-picker';
import { DesignationEffect, SizeWarning } from './designation-effect';
import classes from './designation-form.module.css';
import { type Designate, type DesignationFields, readDivision, writeDivision } from './designation-input';
import { type FaultyField, readFields } from './read-fields';

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
  const draft = useDraft<DesignationFields>('designate', {
    ...{ division: '', name: '', kind: '', level: 'HIGH', noticeNo: '', population: '', reason: '' },
    ...{ day: begin.day, hour: String(begin.hour) },
  });
  const { pending, refusal, submit, refuse } = useSubmit();
  const [existing, setExisting] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const [whole, setWhole] = useState<{ ground: WholeGround; of: string; confirmed: boolean } | null>(null);
  const { fields } = draft;
  const read = readFields(fields, now);
  const division = readDivision(fields.division);
  const levels = (['HIGH', 'MEDIUM'] as const).filter((level) => read.ruleSet?.levels.includes(level));
  const level = levels.find((one) => one === fields.level) ?? null;
  const fault = (field: FaultyField) => refusal?.fields.includes(field) && t(`fault.${field}`);
  const set = (field: keyof DesignationFields) => (event: { currentTarget: { value: string } }) =>
    draft.change({ [field]: event.currentTarget.value });

  // What was confirmed is this ground at this level; another is asked about anew.
  const asked = [fields.division, fields.name, fields.kind, fields.level].join('\n');
  const question = whole?.of === asked ? whole : null;

  const onSubmit = () => {
    setExisting(null);
    const { input } = read;
    if (!input || sent) return refuse(read.faults);
    let areaId = '';
    return submit(
      async () => {
        const answer = await designate({ ...input, confirmedWhole: question?.confirmed ?? false });
        if (answer.ok) areaId = answer.areaId;
        else {
          setExisting(answer.existing ?? null);
          setWhole(answer.whole ? { ground: answer.whole, of: asked, confirmed: false } : null);
        }
        return answer;
      },
      () => {
        setSent(true);
        draft.forget();
        router.push(`/areas/${areaId}`);
      },
    );
  };
  return (
    <RecordForm
      refusal={existing || question ? null : refusal}
      pending={pending || sent}
      restored={draft.restored}
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
        draft.forget();
        router.push('/areas');
      }}
      onDiscard={draft.discard}
    >
      <DivisionPicker
        name="divisionCode"
        required
        label={t('division')}
        description={division ? `${division.above} ${division.name}` : t('divisionHint')}
        placeholder={t('divisionExample')}
        value={division}
        find={find}
        onChange={(chosen) => draft.change({ division: writeDivision(chosen) })}
        error={fault('division')}
      />
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={500}
        value={fields.name}
        onChange={set('name')}
        error={fault('name')}
      />
      <NativeSelect
        label={t('kind')}
        value={fields.kind}
        onChange={set('kind')}
        description={<SizeWarning kind={read.kind} level={level} ruleSet={read.ruleSet} />}
        classNames={{ description: classes.warning ?? '' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          { value: '', label: t('kindGuessed', { kind: tKind(read.kind) }) },
          ...AREA_KINDS.map((kind) => ({ value: kind, label: tKind(kind) })),
        ]}
      />
      <Radio.Group
        label={t('level')}
        required
        value={level}
        onChange={(value) => draft.change({ level: value })}
        error={fault('level')}
      >
        <div className={classes.choices}>
          {levels.map((one) => (
            <Radio key={one} value={one} label={tLevel(one)} />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('day')}
          required
          value={fields.day}
          onChange={set('day')}
          error={fault('effectiveAt')}
        />
        <NativeSelect
          label={t('hour')}
          value={fields.hour}
          onChange={set('hour')}
          data={HOURS_OF_DAY.map((hour) => ({ value: String(hour), label: sayHour(hour) }))}
        />
      </div>
      <div className={classes.row}>
        <TextInput
          label={`${t('noticeNo')}${tForm('optional')}`}
          maxLength={100}
          placeholder={t('noticeExample')}
          value={fields.noticeNo}
          onChange={set('noticeNo')}
        />
        <NumberInput
          label={`${t('population')}${tForm('optional')}`}
          hideControls
          thousandSeparator=","
          allowDecimal={false}
          allowNegative={false}
          value={fields.population}
          onChange={(value) => draft.change({ population: String(value) })}
          error={fault('population')}
        />
      </div>
      <Textarea
        label={tForm('reason')}
        description={t('reasonHint')}
        required
        rows={2}
        maxLength={1000}
        value={fields.reason}
        onChange={set('reason')}
        error={fault('reason')}
      />
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
