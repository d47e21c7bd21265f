import type { AreaView } from '@/domain/area/area-view';
import type { AreaActionSet } from './inputs';

/** What every form of the page needs. `onDone` takes the sentence that says what happened. */
export interface FormProps {
  area: AreaView;
  actions: AreaActionSet;
  onClose: () => void;
  onDone: (message: string) => void;
}
