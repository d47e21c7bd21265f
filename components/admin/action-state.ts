/** What came of a form: a sentence for the person, and the field it belongs to or the secret to show once. */
export type ActionState =
  | null
  | { readonly outcome: 'done'; readonly text: string; readonly secret?: string }
  | { readonly outcome: 'refused'; readonly field: string; readonly text: string };

/** A server action in the form React's `useActionState` takes. */
export type FormAction = (before: ActionState, form: FormData) => Promise<ActionState>;
