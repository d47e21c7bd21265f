import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { type Answer, type RefusalKind, UNANSWERED } from '@/domain/acts/answer';
import { type Fields, forgetDraft, keepDraft, keptDraft } from './draft';

/** Why an act was not done; `fields` are the inputs to mend. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly fields: readonly string[];
}

/** What is written in a form as it would be sent; null while inputs are at fault. */
export interface ReadForm<Input> {
  readonly input: Input | null;
  readonly faults: readonly string[];
}

/** What the frame of a form shows of it. */
export interface ActFormState {
  readonly pending: boolean;
  readonly refusal: Refusal | null;
  readonly restored: boolean;
  discard(): void;
}

/**
 * The form of one act. Its fields are kept as a draft until they are sent or given up. What is at fault is marked at its
 * field, whether found here or by the server; an answer that never came is a refusal too. Where somebody else was faster
 * the page is asked for anew, so that the present state stands beside the refusal.
 * @param of.draft names the form and what it is about
 * @param of.initial the defaults; their keys are all the fields there are
 * @param of.read what is written, as it would be sent
 * @param of.words what is said at the field of an input at fault
 * @param of.fieldOf the field of an input that bears another name
 */
export function useActForm<F extends Fields, Input>(of: {
  draft: string;
  initial: F;
  read: (fields: F) => ReadForm<Input>;
  words: (fault: string) => string;
  fieldOf?: Readonly<Record<string, keyof F & string>>;
}) {
  const { initial, words, fieldOf = {} } = of;
  const router = useRouter();
  const [kept] = useState(() => keptDraft(of.draft, initial));
  const [restored, setRestored] = useState(kept !== null);
  const [id, setId] = useState(() => kept?.id ?? uuidv7());
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const running = useRef(false);
  const errorsOf = (faults: readonly string[]) =>
    Object.fromEntries(
      faults.toReversed().flatMap((fault) => {
        const field = fieldOf[fault] ?? fault;
        return field in initial ? [[field, words(fault)]] : [];
      }),
    );
  const form = useForm<Record<string, string>>({
    initialValues: { ...(kept?.fields ?? initial) },
    onValuesChange: (fields) => keepDraft(of.draft, { id, fields }),
  });

  const fields = form.values as F;
  const forget = () => forgetDraft(of.draft);
  const discard = () => {
    form.setValues({ ...initial });
    forget();
    setRestored(false);
    setRefusal(null);
    setId(uuidv7());
  };
  const refuse = (why: Refusal) => {
    form.setErrors(errorsOf(why.fields));
    setRefusal(why);
  };
  /** Send the act once; a form that was sent stays so. @param act is also given the key under which it is known again when it comes twice */
  const send = (act: (input: Input, key: string) => Promise<Answer>, onDone: () => void) => {
    if (running.current) return;
    const { input, faults } = of.read(fields);
    if (input === null) return refuse({ kind: 'invalid-input', fields: faults });
    running.current = true;
    setPending(true);
    setRefusal(null);
    return act(input, id)
      .catch((): Answer => UNANSWERED)
      .then((answer) => {
        if (answer.ok) {
          forget();
          return onDone();
        }
        running.current = false;
        setPending(false);
        refuse(answer);
        if (answer.kind === 'conflict' || answer.kind === 'not-found') router.refresh();
      });
  };
  return {
    fields,
    /** Value, change and error of one field, for an input of the kit. */
    field: (name: keyof F & string) => form.getInputProps(name),
    change: (changed: Partial<F>) => form.setValues(changed as Record<string, string>),
    ...{ pending, refusal, restored, send, forget, discard },
  };
}
