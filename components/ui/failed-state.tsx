import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './states.module.css';

/**
 * Something could not be loaded. Never to be mistaken for "nothing there": it says so in words, in a frame.
 * @param props.title what failed, e.g. 地图未能加载
 * @param props.text what that means and what to do
 * @param props.requestId number to quote to the administrator
 * @param props.onRetry client components only; adds a button
 */
export function FailedState(props: {
  title?: string;
  text?: string;
  requestId?: string;
  onRetry?: () => void;
}) {
  const { title, text, requestId, onRetry } = props;
  const t = useTranslations('ui.state');
  return (
    <div className={classes.state} data-kind="failed" role="alert">
      <IconPlugConnectedX size={28} stroke={1.5} aria-hidden="true" />
      <h3>{title ?? t('failed')}</h3>
      <p>{text ?? t('failedText')}</p>
      {requestId !== undefined && <p className={classes.small}>{t('requestId', { id: requestId })}</p>}
      {onRetry && (
        <Button variant="default" size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
