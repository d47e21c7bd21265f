import { useLocale, useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import type { AreaView, EndedView, GroundView } from '@/domain/area/area-view';

/**
 * The state of an area in one sentence that can be read aloud. While a level stands it is the rule's own; once none
 * does it says what ended and what holds for the ground, and unknown is never said as low.
 * @param said the rule's sentence; null for imported areas
 */
export function useAreaSentence(
  area: AreaView,
  ended: EndedView | null,
  ground: GroundView | null,
  said: string | null,
): string {
  const t = useTranslations('area.sentence');
  const levelWord = useTranslations('level.long');
  const english = useLocale() === 'en';
  const { sayInstant } = useSay();
  const { level, since, authority, decision } = area;
  if (level === null && ended !== null && (decision?.startsAt ?? null) === null) {
    return t('ended', {
      level: levelWord(ended.level),
      time: sayInstant(ended.endedAt),
      cause: ended.cause ?? 'RELEASED',
      ground: ground?.level ?? 'UNKNOWN',
      division: ground?.division ?? '',
      count: ground ? ground.contains.HIGH + ground.contains.MEDIUM : 0,
    });
  }
  if (said !== null) return said;
  return t('imported', {
    authority: english ? authority.nameEn : authority.nameZh,
    time: since === null ? '' : sayInstant(since),
    level: levelWord(level ?? 'UNKNOWN'),
  });
}
