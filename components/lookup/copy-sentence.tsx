'use client';

import { useRef, useState } from 'react';
import classes from './sentence-box.module.css';

/**
 * The one thing here that needs script. Without it the style sheet takes the button away, and the box beside it is
 * selected whole by a click.
 * @param props.box id of the element that holds the sentence
 */
export function CopySentence(props: {
  box: string;
  text: string;
  label: string;
  copied: string;
  failed: string;
}) {
  const { box, text, label, copied, failed } = props;
  const [said, setSaid] = useState(label);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    const done = await toClipboard(box, text);
    setSaid(done ? copied : failed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(label), 4_000);
  };
  return (
    <button type="button" className={classes.copy} onClick={copy}>
      <span aria-live="polite">{said}</span>
    </button>
  );
}

async function toClipboard(box: string, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain http there is no clipboard API: select the box, so that at least the keyboard can copy it.
    const element = document.getElementById(box);
    if (element) window.getSelection()?.selectAllChildren(element);
    return document.execCommand('copy');
  }
}
