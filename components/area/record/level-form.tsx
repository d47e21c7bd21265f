import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RecordForm } from '@/components/form/record-form';
import classes from '@/components/form/record-form.module.css';
import { useDraft } from '@/components/form/use-draft';
import { useSubmit } from '@/components/form/use-submit';
import type { WholeGround } from '@/components/form/whole-ground';
import { WholeQuestion } from '@/components/form/whole-question';
import { useSay } from '@/components/ui/use-say';
import { earliestBegin, fitsAfter, levelOptions, turnOf } from '@/domain/area/level-options';
import type { StatedLevel } from '@/domain/level/level';
import { HOURS_OF_DAY, hourToBegin, instantAt } from '@/domain/time/hour-input';
import { writeInstant } from '@/domain/time/say-instant';
import type { FormProps } from './form-props';
import { LevelEffect, useLevelEffect } from './level-effect';

const AHEAD_MS = 24 * 3_600_000;

/**
 * Raise, lower or designate again, by decision. What stood when the form was opened is sent along; if it moves
 * meanwhile the officer looks at the present state first.
 * @param props.sentence the present state
 */
export function LevelForm(props: FormProps & { sentence: string }) {
  const { area, actions, sentence, onClose, onDone } = props;
  const t = useTranslations('area');
  const tLevel = useTranslations('area.level');
  const levelWord = useTranslations('area.levelWord');
  const { sayHour } = useSay();
  const present = levelOptions(area);
  const [seen, setSeen] = useState(present);
  const moved = seen.designationId !== present.designationId;
  const begin = hourToBegin(area.at, earliestBegin(present));
  const draft = useDraft(`${area.id}.level`, {
    to: present.to[0] ?? 'LOW',
    day: begin.day,
    hour: String(begin.hour),
    noticeNo: '',
    reason: '',
  } as Record<'to' | 'day' | 'hour' | 'noticeNo' | 'reason', string>);
  const { pending, refusal, submit, refuse } = useSubmit();
  const [whole, setWhole] = useState<{ ground: WholeGround; to: StatedLevel; confirmed: boolean } | null>(
    null,
  );
  const { fields, change } = draft;
  const to: StatedLevel | null = seen.to.find((level) => level === fields.to) ?? null;
  const effectiveAt = instantAt(fields.day, Number(fields.hour));
  const question = whole !== null && whole.to === to ? whole : null;
  const turn = to && turnOf(seen.from, to);
  const effect = useLevelEffect(area, seen.from, to, effectiveAt);
  const since = seen.since === null ? '' : writeInstant(seen.since, area.at);
  const bound = since === '' ? 'none' : seen.from === null ? 'ended' : 'begun';
  const fault = (field: string) =>
    refusal?.fields.includes(field) && t(`form.field.${field}`, { since, bound });

  const onSubmit = () => {
    const late = effectiveAt === null || effectiveAt > area.at + AHEAD_MS;
    const early = effectiveAt !== null && !fitsAfter(seen, effectiveAt);
    const faults = [
      ...(to === null ? ['to'] : []),
      ...(late || early ? ['effectiveAt'] : []),
      ...(fields.reason.trim().length < 2 ? ['reason'] : []),
    ];
    if (faults.length > 0 || to === null || effectiveAt === null) return refuse(faults);
    const { reason, noticeNo } = fields;
    return submit(
      async () => {
        const answer = await actions.level({
          areaId: area.id,
          expectedDesignationId: seen.designationId,
          to,
          effectiveAt,
          reason,
          confirmedWhole: question?.confirmed ?? false,
          ...(noticeNo.trim() ? { noticeNo } : {}),
        });
        setWhole(answer.ok || !answer.whole ? null : { ground: answer.whole, to, confirmed: false });
        return answer;
      },
      () => {
        draft.forget();
        onDone(t('level.done', { effect: effect ?? '' }));
      },
    );
  };
  const submitKey = { yes: 'submitRaise', no: 'submitLower', new: 'submitNew' } as const;
  return (
    <RecordForm
      refusal={question ? null : refusal}
      pending={pending}
      restored={draft.restored}
      blocked={moved}
      effect={to && effect && <LevelEffect area={area} from={seen.from} to={to} effect={effect} />}
      submitLabel={turn && to ? tLevel(submitKey[turn], { level: levelWord(to) }) : t('level.title')}
      onSubmit={onSubmit}
      onClose={onClose}
      onDiscard={draft.discard}
    >
      {moved && (
        <div className={classes.moved} role="alert">
          <p>
            {t('level.moved')} {sentence}
          </p>
          <Button size="compact-sm" variant="default" onClick={() => setSeen(present)}>
            {t('level.accept')}
          </Button>
        </div>
      )}
      <Radio.Group
        label={t('level.to')}
        value={fields.to}
        onChange={(value) => change({ to: value })}
        error={fault('to')}
      >
        <div className={classes.choices}>
          {seen.to.map((level, index) => (
            <Radio
              key={level}
              value={level}
              data-autofocus={index === 0 || undefined}
              label={
                level === 'LOW'
                  ? t('level.LOW')
                  : t('level.other', { up: turnOf(seen.from, level), level: levelWord(level) })
              }
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('form.inZone', { label: t('level.day') })}
          required
          value={fields.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
          error={fault('effectiveAt')}
        />
        <NativeSelect
          label={t('level.hour')}
          value={fields.hour}
          onChange={(event) => change({ hour: event.currentTarget.value })}
          data={HOURS_OF_DAY.map((hour) => ({ value: String(hour), label: sayHour(hour) }))}
        />
        <TextInput
          label={`${t('level.noticeNo')}${t('form.optional')}`}
          maxLength={100}
          value={fields.noticeNo}
          onChange={(event) => change({ noticeNo: event.currentTarget.value })}
          error={fault('noticeNo')}
        />
      </div>
      <Textarea
        label={t('form.reason')}
        description={t('level.reasonHint')}
        required
        rows={2}
        maxLength={1000}
        value={fields.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={fault('reason')}
      />
      {question && (
        <WholeQuestion
          ground={question.ground}
          level={levelWord(question.to)}
          confirmed={question.confirmed}
          onConfirm={(confirmed) => setWhole({ ...question, confirmed })}
        />
      )}
    </RecordForm>
  );
}
