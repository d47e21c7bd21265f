'use client';

import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/**
 * Copy a text. Stays out of the page until script runs, as it can do nothing without it; says in words whether it worked.
 * @param props.text what is copied
 * @param props.label what the button says, e.g. 复制答复
 */
export function CopyButton(props: { text: string; label: string; fullWidth?: boolean }) {
  const { text, label, fullWidth = false } = props;
  const t = useTranslations('ui.copy');
  const { copy, copied, error } = useClipboard({ timeout: 3000 });
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!alive) return null;
  const said = error ? t('failed') : copied ? t('copied') : label;
  return (
    <Button
      variant="default"
      fullWidth={fullWidth}
      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      onClick={() => copy(text)}
    >
      <span aria-live="polite">{said}</span>
    </Button>
  );
}
