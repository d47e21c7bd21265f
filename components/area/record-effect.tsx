import { useLocale } from 'next-intl';
import type { AreaView } from './area-page-view';
import { type EvidenceChange, previewOf } from './record-preview';

/** What the rule will say once the change is made. Nothing while the fields are not whole. */
export function RecordEffect({ area, change }: { area: AreaView; change: EvidenceChange | null }) {
  const english = useLocale() === 'en';
  const preview = change && previewOf(area, change);
  return preview && <p>{english ? preview.said.en : preview.said.zh}</p>;
}
