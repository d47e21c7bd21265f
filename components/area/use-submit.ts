import { useRef, useState } from 'react';
import type { ActionAnswer, RefusalKind } from './record-inputs';

/** Why an act was not done; `fields` are those to mend. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly fields: readonly string[];
}

/** Send an act once at a time, and keep why it was refused. An answer that never came is a refusal too. */
export function useSubmit() {
  const running = useRef(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async (act: () => Promise<ActionAnswer>, onDone: () => void) => {
    if (running.current) return;
    running.current = true;
    setPending(true);
    setRefusal(null);
    const answer = await act().catch((): ActionAnswer => ({ ok: false, kind: 'unavailable', fields: [] }));
    running.current = false;
    setPending(false);
    if (answer.ok) onDone();
    else setRefusal(answer);
  };
  const refuse = (fields: readonly string[]) => setRefusal({ kind: 'invalid-input', fields });
  return { pending, refusal, submit, refuse };
}
