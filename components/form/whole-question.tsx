import { Checkbox } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from '@/components/designation/designation-form.module.css';
import type { WholeGround } from './whole-ground';

/** Asks whether a whole county or more is meant, with the figures of what that is. @param props.level the level's word */
export function WholeQuestion(props: {
  ground: WholeGround;
  level: string;
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
}) {
  const { ground, level, confirmed, onConfirm } = props;
  const t = useTranslations('areas.new.whole');
  return (
    <div className={classes.whole} role="alert">
      <p>{t('asks', { ...ground, level })}</p>
      <Checkbox
        checked={confirmed}
        onChange={(event) => onConfirm(event.currentTarget.checked)}
        label={t('confirm', { name: ground.name })}
      />
    </div>
  );
}
