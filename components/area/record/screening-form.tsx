import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { RecordForm } from '@/components/form/record-form';
import classes from '@/components/form/record-form.module.css';
import { useActForm } from '@/components/form/use-act-form';
import type { ScreeningFact } from '@/domain/area/types';
import { writeInstant } from '@/domain/time/say-instant';
import { RecordEffect } from './evidence-effect';
import type { FormProps } from './form-props';
import { knownRounds, partFields, readScreening, roundDefaults } from './screening-fields';

type Field = 'windowFrom' | 'windowTo' | 'target' | 'tested' | 'positive';

/** Record a screening round or a part of one, or correct such a record. @param props.corrected the record to correct */
export function RecordScreeningForm(props: FormProps & { corrected: ScreeningFact | null }) {
  const { area, actions, corrected, onClose, onDone } = props;
  const t = useTranslations('area');
  const rounds = knownRounds(area.facts, corrected?.id ?? null);
  const roundOf = (roundId: string) => rounds.find((round) => round.roundId === roundId) ?? null;
  const now = writeInstant(area.at, area.at);
  const about = { areaId: area.id, ...(corrected ? { corrects: corrected.id } : {}) };
  const form = useActForm({
    draft: `${area.id}.screening.${corrected?.id ?? 'new'}`,
    initial: corrected ? partFields(corrected) : roundDefaults(area, area.decision?.round ?? null),
    read: (fields) => readScreening(fields, about, area.at, roundOf(fields.roundId)),
    words: (fault) =>
      fault === 'note'
        ? t(corrected ? 'form.field.reason' : 'form.field.note')
        : t(`form.field.${fault}`, { now }),
  });
  const { fields, field, change } = form;
  const others = roundOf(fields.roundId);
  const { record, sum } = readScreening(fields, about, area.at, others);
  const over = sum !== null && sum.tested > sum.target;

  const chooseRound = (roundId: string) => {
    const round = roundOf(roundId);
    change(round ? { roundId, target: String(round.target) } : { roundId: '', counted: 'part' });
  };
  const onSubmit = () =>
    form.send(
      (input, key) => actions.screening(input, key),
      () => {
        const { tested = 0, positive = 0, target = 0 } = record ?? {};
        onDone(t(corrected ? 'screening.doneCorrect' : 'screening.done', { tested, positive, target }));
      },
    );
  const labelOf = (name: Field) =>
    t(fields.counted === 'whole' && name !== 'target' ? `screening.whole.${name}` : `screening.${name}`);
  const input = (name: Field, more: { type?: string; inputMode?: 'numeric' }) => (
    <TextInput
      label={more.type ? t('form.inZone', { label: labelOf(name) }) : labelOf(name)}
      required
      data-autofocus={name === 'windowFrom' || undefined}
      {...field(name)}
      {...more}
    />
  );
  return (
    <RecordForm
      form={form}
      effect={
        record && (
          <RecordEffect
            area={area}
            change={{
              screening: { ...record, id: 'new', roundId: fields.roundId || 'new' },
              without: corrected?.id ?? null,
            }}
          />
        )
      }
      submitLabel={t(corrected ? 'screening.submitCorrect' : 'screening.submit')}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      {!corrected && rounds.length > 0 && (
        <NativeSelect
          label={t('screening.round')}
          value={fields.roundId}
          onChange={(event) => chooseRound(event.currentTarget.value)}
          data={[
            { value: '', label: t('screening.newRound') },
            ...rounds.map(({ roundId, day, tested, target }) => ({
              value: roundId,
              label: t('screening.partOf', { day: day.slice(5), tested, target }),
            })),
          ]}
          error={field('roundId').error}
        />
      )}
      <div className={`${classes.row} ${classes.times}`}>
        {input('windowFrom', { type: 'datetime-local' })}
        {input('windowTo', { type: 'datetime-local' })}
      </div>
      {!corrected && others && (
        <Radio.Group label={t('screening.counted.label')} {...field('counted')}>
          <div className={classes.choices}>
            <Radio value="part" label={t('screening.counted.part')} />
            <Radio value="whole" label={t('screening.counted.whole', { tested: others.tested })} />
          </div>
        </Radio.Group>
      )}
      <div className={`${classes.row} ${classes.figures}`}>
        {input('target', { inputMode: 'numeric' })}
        {input('tested', { inputMode: 'numeric' })}
        {input('positive', { inputMode: 'numeric' })}
      </div>
      <p className={classes.sum} data-over={over || undefined} aria-live="polite">
        {sum && t('screening.sum', sum)}
        {over && <strong> {t(others && !corrected ? 'screening.overAsk' : 'screening.over')}</strong>}
      </p>
      <Textarea
        label={corrected ? t('form.reason') : `${t('screening.note')}${t('form.optional')}`}
        required={corrected !== null}
        rows={2}
        maxLength={1000}
        {...field('note')}
      />
    </RecordForm>
  );
}
