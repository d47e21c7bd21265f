import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Texts } from './messages';
import { pickTexts } from './pick-texts';

/** A part of the texts by its dotted path, such as `area.form`. */
type PartOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : Key | `${Key}.${PartOf<Tree[Key]>}`;
}[keyof Tree & string];

/**
 * Sends the browser the texts that the client components below use, and no others; components of the server have all.
 * What a page needs is listed where it stands: tests/unit/house/client-messages.test.ts names what is missing or too much.
 * @param props.use parts of the texts; those of a layout above are not added to them
 */
export async function ClientMessages(props: { use: readonly PartOf<Texts>[]; children: ReactNode }) {
  const messages = pickTexts(await getMessages(), props.use);
  return <NextIntlClientProvider messages={messages}>{props.children}</NextIntlClientProvider>;
}
