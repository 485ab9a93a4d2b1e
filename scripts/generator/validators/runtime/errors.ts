// Collects what Ajv's code finds, in bounded memory. error-code.ts puts these calls into the code.

/** One more than is shown, so that it is known whether there are more. */
const MAX_ERRORS = 201;

type Errors = unknown[] | null;

/**
 * Ajv counts its errors apart from the list of them, and takes alternatives that did not matter
 * back by setting the list's length to a former count. A list that stopped growing thereby gets
 * gaps at its end, which are nobody's errors.
 */
export function addError(errors: Errors, error: unknown): unknown[] {
  if (errors === null) return [error];
  if (errors.length < MAX_ERRORS) errors.push(error);
  return errors;
}

/** Moves those of a function that validates a part. */
export function addErrors(errors: Errors, part: { errors?: Errors }): unknown[] {
  const { errors: added } = part;
  part.errors = null;
  let all = errors ?? [];
  for (const error of added ?? []) if (all.length < MAX_ERRORS) all = addError(all, error);
  return all;
}
