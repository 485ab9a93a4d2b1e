/**
 * Has a script that npm runs end with the shell that npm runs it in: npm passes a signal on to that
 * shell, and many a shell ends without passing it on in turn.
 */
export function endWithShell(script: string): void {
  if (process.env.npm_lifecycle_event !== script) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGHUP");
  }, 200).unref();
}
