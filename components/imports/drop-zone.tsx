import { IconFileImport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import classes from './imports.module.css';

/** The largest list that is read, in bytes. */
export const MAX_BYTES = 12 * 1024 * 1024;

/** A field to drop a file on; with the keyboard or a click it opens the file dialogue. */
export function DropZone(props: { onFile: (file: File) => void }) {
  const t = useTranslations('imports.drop');
  const [over, setOver] = useState(false);
  const [many, setMany] = useState(false);

  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    setMany((files?.length ?? 0) > 1);
    if (file && files?.length === 1) props.onFile(file);
  };
  const dragging = (on: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(on);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the input inside is the keyboard's */}
      <div
        className={classes.drop}
        data-over={over}
        onDragOver={dragging(true)}
        onDragLeave={dragging(false)}
        onDrop={(event) => {
          dragging(false)(event);
          take(event.dataTransfer.files);
        }}
      >
        <IconFileImport size={28} stroke={1.5} aria-hidden="true" />
        <p>{t('text')}</p>
        <label className={classes.choose}>
          {t('choose')}
          <input
            type="file"
            accept=".json,.txt,application/json,text/plain"
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <small>{t('forms')}</small>
      </div>
      {many && <p role="alert">{t('many')}</p>}
    </>
  );
}
