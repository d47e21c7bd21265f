import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { ActionAnswer, RefusalKind } from '@/components/area/record/inputs';

/** Why an act was not done; `fields` are those to mend. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly fields: readonly string[];
}

/**
 * Send an act once at a time, and keep why it was refused. An answer that never came is a refusal too. Where somebody
 * else was faster the page is asked for anew, so that the present state stands beside the refusal.
 */
export function useSubmit() {
  const router = useRouter();
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
    if (answer.ok) return onDone();
    setRefusal(answer);
    if (answer.kind === 'conflict' || answer.kind === 'not-found') router.refresh();
  };
  const refuse = (fields: readonly string[]) => setRefusal({ kind: 'invalid-input', fields });
  return { pending, refusal, submit, refuse };
}
