import { describe, expect, it } from "vitest";
import { answer } from "./fault-server.js";
import { run, status } from "./support/client.js";
import { ask } from "./support/server.js";

const OWN = "https://kms.cn-north-4.myhuaweicloud.com";

describe("the error of a redirect", () => {
  it.each([
    [
      300,
      "https://user:secret@evil.example:8443/secret?secret#secret",
      "https://evil.example:8443",
    ],
    [301, "/elsewhere", OWN],
    [302, "//evil.example/x", "https://evil.example"],
    [303, "https://[", "an invalid URL"],
    [305, "javascript:alert(1)", "null"],
    [307, OWN, OWN],
    [308, undefined, undefined],
  ])("with status %i to %s names the origin alone: %s", async (code, location, origin) => {
    const { error, sent } = await run([status(code, "moved", location ? { location } : {})]);
    expect(error).toMatchObject({ name: "TransportError", kind: "redirected", attempts: 1 });
    const to = origin ? ` to ${origin}` : "";
    expect(String(error)).toContain(`redirected with status ${code}${to}, which is not followed`);
    expect(String(error)).not.toContain("secret");
    expect(sent).toHaveLength(1);
  });

  it("that a browser hides names nothing", async () => {
    const hidden = Object.defineProperties(new Response(), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
      ok: { value: false },
    });
    const { error } = await run([() => hidden]);
    expect(error).toMatchObject({ kind: "redirected" });
    expect(error?.message).toContain("redirected, which is not followed");
  });

  it("of a real server names the origin likewise", async () => {
    let elsewhere = "";
    const { error } = await ask((socket, place) => {
      elsewhere = place.elsewhere;
      answer("307 Moved", [`LOCATION: ${elsewhere}/secret?secret`])(socket, place);
    });
    expect(String(error)).toContain(`status 307 to ${elsewhere}, which is not followed`);
    expect(String(error)).not.toContain("secret");
  });
});
