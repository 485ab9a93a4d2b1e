/**
 * Follows the spec while somebody edits it: loads the page anew when another contract is served,
 * and shows over the page what is wrong with a spec that is broken.
 */
export function followSpec(): void {
  let version: string | undefined;
  const events = new EventSource("events");
  events.addEventListener("served", ({ data }: MessageEvent<string>) => {
    document.querySelector(".explorer-broken")?.remove();
    if (version !== undefined && version !== data) location.reload();
    version = data;
  });
  events.addEventListener("broken", ({ data }: MessageEvent<string>) => show(JSON.parse(data)));
}

function show(message: string): void {
  document.querySelector(".explorer-broken")?.remove();
  const overlay = document.createElement("section");
  overlay.className = "explorer-broken";
  overlay.setAttribute("role", "alert");
  const heading = document.createElement("h2");
  heading.textContent = "The spec is broken; the last good contract is still served";
  const reasons = document.createElement("pre");
  reasons.className = "explorer-reasons";
  reasons.textContent = message;
  overlay.append(heading, reasons);
  document.body.append(overlay);
}
