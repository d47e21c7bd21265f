import { Loader } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './states.module.css';

/** Something is on its way. @param props.text what, e.g. 正在加载地图; a general word by default */
export function LoadingState(props: { text?: string }) {
  const t = useTranslations('ui.state');
  return (
    <div className={classes.state} role="status">
      <Loader size="sm" color="gray" />
      <p>{props.text ?? t('loading')}</p>
    </div>
  );
}
