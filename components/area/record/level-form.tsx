import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { checkInput } from '@/components/form/check-input';
import { ReasonField } from '@/components/form/reason-field';
import { RecordForm } from '@/components/form/record-form';
import classes from '@/components/form/record-form.module.css';
import { useActForm } from '@/components/form/use-act-form';
import { type WholeGround, wholeGroundOf } from '@/components/form/whole-ground';
import { WholeQuestion } from '@/components/form/whole-question';
import { useSay } from '@/components/ui/use-say';
import { changeLevelInput } from '@/domain/acts/area';
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
  const since = seen.since === null ? '' : writeInstant(seen.since, area.at);
  const bound = since === '' ? 'none' : seen.from === null ? 'ended' : 'begun';
  const form = useActForm({
    draft: `${area.id}.level`,
    initial: {
      to: present.to[0] ?? 'LOW',
      day: begin.day,
      hour: String(begin.hour),
      noticeNo: '',
      reason: '',
    } as Record<'to' | 'day' | 'hour' | 'noticeNo' | 'reason', string>,
    read: (fields) => {
      const effectiveAt = instantAt(fields.day, Number(fields.hour)) ?? Number.NaN;
      const fits = effectiveAt <= area.at + AHEAD_MS && fitsAfter(seen, effectiveAt);
      const offered = seen.to.some((level) => level === fields.to);
      const about = { areaId: area.id, expectedDesignationId: seen.designationId };
      const { reason, noticeNo } = fields;
      return checkInput(
        changeLevelInput,
        { ...about, to: fields.to as StatedLevel, effectiveAt, reason, noticeNo },
        [...(offered ? [] : ['to']), ...(fits ? [] : ['effectiveAt'])],
      );
    },
    words: (fault) => t(`form.field.${fault}`, { since, bound }),
    fieldOf: { effectiveAt: 'day' },
  });
  const [whole, setWhole] = useState<{ ground: WholeGround; to: StatedLevel; confirmed: boolean } | null>(
    null,
  );
  const { fields, field } = form;
  const to: StatedLevel | null = seen.to.find((level) => level === fields.to) ?? null;
  const effectiveAt = instantAt(fields.day, Number(fields.hour));
  const question = whole !== null && whole.to === to ? whole : null;
  const turn = to && turnOf(seen.from, to);
  const effect = useLevelEffect(area, seen.from, to, effectiveAt);

  const onSubmit = () =>
    form.send(
      async (input, key) => {
        const answer = await actions.level({ ...input, confirmedWhole: question?.confirmed ?? false }, key);
        const asked = answer.ok ? null : wholeGroundOf(answer.values);
        setWhole(asked ? { ground: asked, to: input.to, confirmed: false } : null);
        return answer;
      },
      () => onDone(t('level.done', { effect: effect ?? '' })),
    );
  const submitKey = { yes: 'submitRaise', no: 'submitLower', new: 'submitNew' } as const;
  return (
    <RecordForm
      form={form}
      {...(question ? { refusal: null } : {})}
      blocked={moved}
      effect={to && effect && <LevelEffect area={area} from={seen.from} to={to} effect={effect} />}
      submitLabel={turn && to ? tLevel(submitKey[turn], { level: levelWord(to) }) : t('level.title')}
      onSubmit={onSubmit}
      onClose={onClose}
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
      <Radio.Group label={t('level.to')} {...field('to')}>
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
          {...field('day')}
        />
        <NativeSelect
          label={t('level.hour')}
          {...field('hour')}
          data={HOURS_OF_DAY.map((hour) => ({ value: String(hour), label: sayHour(hour) }))}
        />
        <TextInput
          label={`${t('level.noticeNo')}${t('form.optional')}`}
          maxLength={100}
          {...field('noticeNo')}
        />
      </div>
      <ReasonField label={t('form.reason')} description={t('level.reasonHint')} {...field('reason')} />
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
