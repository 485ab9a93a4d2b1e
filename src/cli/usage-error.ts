/** The command line, or the environment, is not as it must be. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
