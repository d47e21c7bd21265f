import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { RecordForm } from '@/components/form/record-form';
import classes from '@/components/form/record-form.module.css';
import { useDraft } from '@/components/form/use-draft';
import { useSubmit } from '@/components/form/use-submit';
import type { ScreeningFact } from '@/domain/area/types';
import { writeInstant } from '@/domain/time/say-instant';
import { RecordEffect } from './evidence-effect';
import type { FormProps } from './form-props';
import { knownRounds, partFields, roundDefaults, screeningFrom } from './screening-fields';

type Field = 'from' | 'to' | 'target' | 'tested' | 'positive';

/** Record a screening round or a part of one, or correct such a record. @param props.corrected the record to correct */
export function RecordScreeningForm(props: FormProps & { corrected: ScreeningFact | null }) {
  const { area, actions, corrected, onClose, onDone } = props;
  const t = useTranslations('area');
  const draft = useDraft(
    `${area.id}.screening.${corrected?.id ?? 'new'}`,
    corrected ? partFields(corrected) : roundDefaults(area, area.decision?.round ?? null),
  );
  const { pending, refusal, submit, refuse } = useSubmit();
  const { fields, change } = draft;
  const rounds = knownRounds(area.facts, corrected?.id ?? null);
  const others = rounds.find(({ roundId }) => roundId === fields.roundId) ?? null;
  const { record, faults: wanting, sum } = screeningFrom(fields, area.at, others);
  const unexplained = corrected !== null && fields.note.trim().length < 2;
  const faults = unexplained ? [...wanting, 'note'] : wanting;
  const over = sum !== null && sum.tested > sum.target;
  const now = writeInstant(area.at, area.at);
  const fault = (field: string) => refusal?.fields.includes(field) && t(`form.field.${field}`, { now });

  const chooseRound = (roundId: string) => {
    const round = rounds.find((one) => one.roundId === roundId);
    change(round ? { roundId, target: String(round.target) } : { roundId: '', counted: 'part' });
  };
  const onSubmit = () => {
    if (!record || faults.length > 0) return refuse(faults);
    const { from, to, ...figures } = record;
    return submit(
      () =>
        actions.screening({
          areaId: area.id,
          id: draft.id,
          windowFrom: from,
          windowTo: to,
          ...figures,
          note: fields.note,
          ...(fields.roundId ? { roundId: fields.roundId } : {}),
          ...(corrected ? { corrects: corrected.id } : {}),
        }),
      () => {
        draft.forget();
        onDone(t(corrected ? 'screening.doneCorrect' : 'screening.done', figures));
      },
    );
  };
  const labelOf = (field: Field) =>
    t(fields.counted === 'whole' && field !== 'target' ? `screening.whole.${field}` : `screening.${field}`);
  const input = (field: Field, faultName: string, more: { type?: string; inputMode?: 'numeric' }) => (
    <TextInput
      label={more.type ? t('form.inZone', { label: t(`screening.${field}`) }) : labelOf(field)}
      required
      data-autofocus={field === 'from' || undefined}
      value={fields[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      error={fault(faultName)}
      {...more}
    />
  );
  return (
    <RecordForm
      refusal={refusal}
      pending={pending}
      restored={draft.restored}
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
      onDiscard={draft.discard}
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
          error={fault('roundId')}
        />
      )}
      <div className={`${classes.row} ${classes.times}`}>
        {input('from', 'windowFrom', { type: 'datetime-local' })}
        {input('to', 'windowTo', { type: 'datetime-local' })}
      </div>
      {!corrected && others && (
        <Radio.Group
          label={t('screening.counted.label')}
          value={fields.counted}
          onChange={(counted) => change({ counted })}
        >
          <div className={classes.choices}>
            <Radio value="part" label={t('screening.counted.part')} />
            <Radio value="whole" label={t('screening.counted.whole', { tested: others.tested })} />
          </div>
        </Radio.Group>
      )}
      <div className={`${classes.row} ${classes.figures}`}>
        {input('target', 'target', { inputMode: 'numeric' })}
        {input('tested', 'tested', { inputMode: 'numeric' })}
        {input('positive', 'positive', { inputMode: 'numeric' })}
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
        value={fields.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        error={refusal?.fields.includes('note') && t(corrected ? 'form.field.reason' : 'form.field.note')}
      />
    </RecordForm>
  );
}
