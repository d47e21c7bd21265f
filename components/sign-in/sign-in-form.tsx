'use client';

import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import classes from './sign-in.module.css';

const ENDPOINT = '/api/auth/callback/credentials';

/**
 * Account and password. A plain form that works without JavaScript; with it a refusal keeps what was typed.
 * @param props.csrfToken next-auth's token; the same stands in its cookie
 * @param props.next local path to go to afterwards
 * @param props.error the refusal of the form sent before, as next-auth names it
 */
export function SignInForm(props: { csrfToken: string; next: string; error: string | null }) {
  const t = useTranslations('auth');
  const [error, setError] = useState(props.error);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const answer = await send(new FormData(event.currentTarget));
    if (answer.error === null) {
      window.location.assign(answer.url);
      return;
    }
    setError(answer.error);
    setBusy(false);
    password.current?.select();
  };

  return (
    <form method="post" action={ENDPOINT} onSubmit={submit} className={classes.form}>
      <input type="hidden" name="csrfToken" value={props.csrfToken} />
      <input type="hidden" name="callbackUrl" value={props.next} />
      {error && (
        <Alert id="sign-in-error" role="alert" color="red" variant="light" className={classes.error}>
          {explain(t, error)}
        </Alert>
      )}
      <TextInput
        name="name"
        label={t('name')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
        withAsterisk={false}
        autoFocus
        size="md"
        {...describedBy(error)}
      />
      <PasswordInput
        ref={password}
        name="password"
        label={t('password')}
        autoComplete="current-password"
        maxLength={200}
        required
        withAsterisk={false}
        size="md"
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        {...describedBy(error)}
      />
      <Button type="submit" size="md" fullWidth loading={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}

function describedBy(error: string | null) {
  return error ? { 'aria-describedby': 'sign-in-error' } : {};
}

/** Send the form as next-auth takes it. @returns where to go, or next-auth's name of the refusal. */
async function send(form: FormData): Promise<{ url: string; error: string | null }> {
  const body = new URLSearchParams({ json: 'true' });
  for (const [name, value] of form) if (typeof value === 'string') body.set(name, value);
  try {
    const answer = await fetch(ENDPOINT, { method: 'POST', body });
    const { url } = (await answer.json()) as { url: string };
    return { url, error: new URL(url, window.location.href).searchParams.get('error') };
  } catch {
    return { url: '', error: 'unavailable' };
  }
}

function explain(t: ReturnType<typeof useTranslations<'auth'>>, error: string): string {
  const throttled = /^throttled-(\d{1,3})$/.exec(error);
  if (throttled) return t('error.throttled', { minutes: Number(throttled[1]) });
  if (error === 'CredentialsSignin') return t('error.wrong');
  if (error === 'busy' || error === 'cookies') return t(`error.${error}`);
  return t('error.unavailable');
}
