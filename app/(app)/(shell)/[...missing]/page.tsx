import { notFound } from 'next/navigation';

/** Every address that no page has: answered inside the frame, in the person's language. */
export default function Missing(): never {
  notFound();
}
