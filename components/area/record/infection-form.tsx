import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonField } from '@/components/form/reason-field';
import { RecordForm } from '@/components/form/record-form';
import classes from '@/components/form/record-form.module.css';
import { useActForm } from '@/components/form/use-act-form';
import { useSay } from '@/components/ui/use-say';
import { FIRST_FOUND_ON } from '@/domain/area/evidence-bounds';
import type { InfectionExclusion, InfectionFact } from '@/domain/area/types';
import { dayOf } from '@/domain/time/shanghai';
import { RecordEffect } from './evidence-effect';
import type { FormProps } from './form-props';
import { exclusionsUnder, readInfection } from './infection-fields';

/** Record infections found on a day, or correct such a record. @param props.corrected the record to correct, if any */
export function RecordInfectionForm(props: FormProps & { corrected: InfectionFact | null }) {
  const { area, actions, corrected, onClose, onDone } = props;
  const t = useTranslations('area');
  const { sayDay } = useSay();
  const today = dayOf(area.at);
  const about = { areaId: area.id, ...(corrected ? { corrects: corrected.id } : {}) };
  const form = useActForm({
    draft: `${area.id}.infection.${corrected?.id ?? 'new'}`,
    initial: {
      foundOn: corrected?.foundOn ?? today,
      count: String(corrected?.count ?? 1),
      which: corrected === null ? 'COUNTS' : (corrected.exclusion ?? 'COUNTS'),
      resetsAnyway: corrected?.exclusion && corrected.resetsClock ? 'yes' : 'no',
      reason: '',
    },
    read: (fields) => readInfection(fields, about, today),
    words: (fault) => t(`form.field.${fault}`, { first: FIRST_FOUND_ON, today }),
    fieldOf: { exclusion: 'which', resetsClock: 'which' },
  });
  const { fields, field } = form;
  const { record } = readInfection(fields, about, today);
  const offered: InfectionExclusion[] = exclusionsUnder(area.policy.id, corrected?.exclusion ?? null);

  const onSubmit = () =>
    form.send(
      (input, key) => actions.infection(input, key),
      () => {
        const told = { count: record?.count ?? 0, day: sayDay(fields.foundOn) };
        onDone(t(corrected ? 'infection.doneCorrect' : 'infection.done', told));
      },
    );
  return (
    <RecordForm
      form={form}
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
    >
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('form.inZone', { label: t('infection.foundOn') })}
          min={FIRST_FOUND_ON}
          max={today}
          required
          data-autofocus
          {...field('foundOn')}
        />
        <TextInput label={t('infection.count')} inputMode="numeric" required {...field('count')} />
      </div>
      <Radio.Group label={t('infection.which')} {...field('which')}>
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
          onChange={(event) => form.change({ resetsAnyway: event.currentTarget.checked ? 'yes' : 'no' })}
        />
      )}
      <ReasonField label={t('form.reason')} description={t('infection.reasonHint')} {...field('reason')} />
    </RecordForm>
  );
}
