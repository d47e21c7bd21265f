import { useTranslations } from 'next-intl';
import { LEVELS } from '@/domain/level/level';
import type { Picked } from './pick';
import classes from './risk-map.module.css';
import type { Scene } from './scene';

/**
 * What lies under the pointer. The table beside the map says the same to those who use none.
 * @param props.x where the pointer is in the map's window, CSS pixels
 * @param props.flipped stand left of the pointer
 */
export function MapTip(props: { picked: Picked; x: number; y: number; scene: Scene; flipped: boolean }) {
  const { picked, x, y, scene, flipped } = props;
  const t = useTranslations('ui.map');
  const tLevel = useTranslations('level');
  const style = { left: x, top: y };
  if (picked.kind === 'area') {
    const { name, level } = picked.area;
    return (
      <div className={classes.tip} style={style} data-flipped={flipped} aria-hidden="true">
        <b>{name}</b> {tLevel(`long.${level}`)}
      </div>
    );
  }
  const { county, prefecture, province } = scene.placed.groups;
  const group = [...county, ...prefecture, ...province].find(({ code }) => code === picked.code);
  const ending = group?.standsIn ? scene.zoneWord : '';
  const name = group?.name ?? scene.nation.labels.get(picked.code)?.name ?? picked.code;
  const level = scene.levels?.get(picked.code);
  const counts = LEVELS.flatMap((each) => {
    const count = group?.counts[each] ?? 0;
    return count > 0 ? [`${tLevel(`long.${each}`)} ${t('places', { count })}`] : [];
  });
  const located = group?.located ?? 0;
  if (located > 0) counts.push(t('located', { count: located }));
  return (
    <div className={classes.tip} style={style} data-flipped={flipped} aria-hidden="true">
      <b>
        {name}
        {ending}
      </b>{' '}
      {counts.length > 0 ? counts.join(t('comma')) : level ? t(`ground.${level}`) : t('nothingListed')}
    </div>
  );
}
