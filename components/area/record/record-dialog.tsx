import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import classes from '@/components/form/record-form.module.css';
import type { Dialog } from './dialogs';
import type { FormProps } from './form-props';
import { RecordInfectionForm } from './infection-form';
import { LevelForm } from './level-form';
import { RecordScreeningForm } from './screening-form';
import { UpholdForm } from './uphold-form';
import { RecordWithdrawForm } from './withdraw-form';
import { WithdrawLevelForm } from './withdraw-level-form';

/**
 * The open dialog of an area's page; on a phone it fills the screen.
 * @param props.record id of the record to correct or withdraw
 * @param props.sentence the present state, shown again where another officer was faster
 */
export function RecordDialog(props: FormProps & { dialog: Dialog; record: string | null; sentence: string }) {
  const { dialog, record, sentence, ...form } = props;
  const t = useTranslations('area');
  const phone = useMediaQuery('(max-width: 599px)', false, { getInitialValueInEffect: false });
  const { area, onClose } = form;
  const infection = area.facts.infections.find(({ id }) => id === record) ?? null;
  const screening = area.facts.rounds.find(({ id }) => id === record) ?? null;
  const title = {
    infection: infection ? t('infection.titleCorrect') : t('infection.title'),
    screening: screening ? t('screening.titleCorrect') : t('screening.title'),
    withdraw: t('withdraw.title'),
    level: area.level === null ? t('level.titleDesignate') : t('level.title'),
    'withdraw-level': t('scheduled.title'),
    uphold: t('basis.submit'),
  }[dialog];
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size="lg"
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Modal.Header would be a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title>{`${title} · ${area.name}`}</Modal.Title>
          <Modal.CloseButton aria-label={t('form.cancel')} />
        </div>
        <Modal.Body>
          {dialog === 'infection' && <RecordInfectionForm {...form} corrected={infection} />}
          {dialog === 'screening' && <RecordScreeningForm {...form} corrected={screening} />}
          {dialog === 'withdraw' && (
            <RecordWithdrawForm {...form} infection={infection} screening={screening} />
          )}
          {dialog === 'level' && <LevelForm {...form} sentence={sentence} />}
          {dialog === 'withdraw-level' && <WithdrawLevelForm {...form} />}
          {dialog === 'uphold' && <UpholdForm {...form} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
