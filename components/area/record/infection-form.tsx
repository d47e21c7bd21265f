import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { RecordForm } from '@/components/form/record-form';
import classes from '@/components/form/record-form.module.css';
import { useDraft } from '@/components/form/use-draft';
import { useSubmit } from '@/components/form/use-submit';
import { useSay } from '@/components/ui/use-say';
import { FIRST_FOUND_ON } from '@/domain/area/evidence-bounds';
import type { InfectionExclusion, InfectionFact } from '@/domain/area/types';
import { dayOf } from '@/domain/time/shanghai';
import { RecordEffect } from './evidence-effect';
import type { FormProps } from './form-props';
import { exclusionsUnder, infectionFrom } from './infection-fields';

/** Record infections found on a day, or correct such a record. @param props.corrected the record to correct, if any */
export function RecordInfectionForm(props: FormProps & { corrected: InfectionFact | null }) {
  const { area, actions, corrected, onClose, onDone } = props;
  const t = useTranslations('area');
  const { sayDay } = useSay();
  const today = dayOf(area.at);
  const draft = useDraft(`${area.id}.infection.${corrected?.id ?? 'new'}`, {
    foundOn: corrected?.foundOn ?? today,
    count: String(corrected?.count ?? 1),
    which: corrected === null ? 'COUNTS' : (corrected.exclusion ?? 'COUNTS'),
    resetsAnyway: corrected?.exclusion && corrected.resetsClock ? 'yes' : 'no',
    reason: '',
  });
  const { pending, refusal, submit, refuse } = useSubmit();
  const { fields, change } = draft;
  const { record, faults } = infectionFrom(fields, today);
  const fault = (field: string) =>
    refusal?.fields.includes(field) && t(`form.field.${field}`, { first: FIRST_FOUND_ON, today });

  const onSubmit = () => {
    if (!record || faults.length > 0) return refuse(faults);
    const told = { count: record.count, day: sayDay(record.foundOn) };
    return submit(
      () =>
        actions.infection({
          ...record,
          areaId: area.id,
          id: draft.id,
          reason: fields.reason,
          ...(corrected ? { corrects: corrected.id } : {}),
        }),
      () => {
        draft.forget();
        onDone(t(corrected ? 'infection.doneCorrect' : 'infection.done', told));
      },
    );
  };
  const offered: InfectionExclusion[] = exclusionsUnder(area.policy.id, corrected?.exclusion ?? null);
  return (
    <RecordForm
      refusal={refusal}
      pending={pending}
      restored={draft.restored}
      effect={
        record && (
          <RecordEffect
            area={area}
            change={{ infection: { ...record, id: 'new' }, without: corrected?.id ?? null }}
          />
        )
      }
      submitLabel={t(corrected ? 'infection.submitCorrect' : 'infection.submit')}
      onSubmit={onSubmit}
      onClose={onClose}
      onDiscard={draft.discard}
    >
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('form.inZone', { label: t('infection.foundOn') })}
          min={FIRST_FOUND_ON}
          max={today}
          required
          data-autofocus
          value={fields.foundOn}
          onChange={(event) => change({ foundOn: event.currentTarget.value })}
          error={fault('foundOn')}
        />
        <TextInput
          label={t('infection.count')}
          inputMode="numeric"
          required
          value={fields.count}
          onChange={(event) => change({ count: event.currentTarget.value })}
          error={fault('count')}
        />
      </div>
      <Radio.Group
        label={t('infection.which')}
        value={fields.which}
        onChange={(which) => change({ which })}
        error={fault('exclusion') || fault('resetsClock')}
      >
        <div className={classes.choices}>
          <Radio value="COUNTS" label={t('infection.counts')} />
          {offered.map((one) => (
            <Radio key={one} value={one} label={t('infection.excluded', { why: t(`exclusion.${one}`) })} />
          ))}
        </div>
      </Radio.Group>
      {fields.which !== 'COUNTS' && (
        <Checkbox
          label={t('infection.resetsAnyway')}
          checked={fields.resetsAnyway === 'yes'}
          onChange={(event) => change({ resetsAnyway: event.currentTarget.checked ? 'yes' : 'no' })}
        />
      )}
      <Textarea
        label={t('form.reason')}
        description={t('infection.reasonHint')}
        required
        rows={2}
        maxLength={1000}
        value={fields.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={fault('reason')}
      />
    </RecordForm>
  );
}
