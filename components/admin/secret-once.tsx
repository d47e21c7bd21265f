'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import classes from './admin.module.css';

/** A key's secret, shown this once, with a way to copy it. */
export function SecretOnce({ secret }: { secret: string }) {
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
