'use client';

import { Alert, Button, type ButtonProps, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ActionState, FormAction } from './action-state';
import classes from './admin.module.css';

const State = createContext<{ state: ActionState; pending: boolean }>({ state: null, pending: false });

/**
 * A form that says what came of it: a refusal beside its field, what was done below the fields. It works without
 * JavaScript; with it a refused form keeps what was typed and a done one is emptied.
 */
export function ActionForm(props: {
  action: FormAction;
  className?: string | undefined;
  children: ReactNode;
}) {
  const [state, act, pending] = useActionState(props.action, null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state?.outcome === 'done') form.current?.reset();
    if (state?.outcome === 'refused') field(form.current, state.field)?.focus();
  }, [state]);

  // React empties a form whose action ran, refused or not; sending it ourselves leaves that to us.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => act(data));
  };

  return (
    <State value={{ state, pending }}>
      <form ref={form} action={act} onSubmit={submit} className={props.className ?? classes.form}>
        {props.children}
        {state?.outcome === 'refused' && state.field === '' && (
          <Alert color="red" role="alert" className={classes.wide}>
            {state.text}
          </Alert>
        )}
        <div role="status" className={classes.wide}>
          {state?.outcome === 'done' && (
            <Alert color="gray" icon={<IconCheck aria-hidden="true" />}>
              {state.text}
              {state.secret && <SecretOnce secret={state.secret} />}
            </Alert>
          )}
        </div>
      </form>
    </State>
  );
}

/** The refusal that belongs to the field of this name, for its `error` prop. */
export function useFieldError(name: string): string | null {
  const { state } = useContext(State);
  return state?.outcome === 'refused' && state.field === name ? state.text : null;
}

/** Sends the form around it; several may stand in one form, told apart by name and value. */
export function SubmitButton(props: ButtonProps & { name?: string; value?: string }) {
  const { pending } = useContext(State);
  return <Button type="submit" disabled={pending} {...props} />;
}

function field(form: HTMLFormElement | null, name: string): HTMLElement | null {
  const called = CSS.escape(name);
  const shown = `[name="${called}"]:not([type="hidden"]), [data-field="${called}"], [name="${called}Of"]`;
  return form?.querySelector<HTMLElement>(shown) ?? null;
}

/** A key's secret, shown this once, with a way to copy it. */
function SecretOnce({ secret }: { secret: string }) {
  const t = useTranslations('admin.keys');
  const [copied, setCopied] = useState(false);
  // Only secure origins have a clipboard; elsewhere the selected text can be copied by hand.
  const copy = () =>
    navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className={classes.secret}>
      <TextInput
        readOnly
        value={secret}
        aria-label={t('secret')}
        onFocus={(event) => event.currentTarget.select()}
        classNames={{ input: classes.mono ?? '' }}
      />
      <Button variant="default" onClick={copy}>
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  );
}
