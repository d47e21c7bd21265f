import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { MapView } from './map-view';
import classes from './risk-map.module.css';

/** Closer, farther, back to the whole of home: for keyboard and pointer alike. */
export function MapControls(props: { view: MapView }) {
  const { view } = props;
  const t = useTranslations('ui.map');
  const buttons = [
    { label: t('zoomIn'), Icon: IconPlus, act: () => view.zoomBy(1) },
    { label: t('zoomOut'), Icon: IconMinus, act: () => view.zoomBy(-1) },
    { label: t('fitHome'), Icon: IconFocusCentered, act: () => view.fitHome() },
  ];
  return (
    <div className={classes.controls}>
      {buttons.map(({ label, Icon, act }) => (
        <ActionIcon key={label} variant="default" size={34} aria-label={label} title={label} onClick={act}>
          <Icon size={18} stroke={1.6} />
        </ActionIcon>
      ))}
    </div>
  );
}
