// Starts the explorer in the page that page.ts writes.

import { followSpec } from "./live.js";
import { explorerPlugin } from "./plugin.js";

interface Server {
  readonly url: string;
  readonly description?: string;
}

interface Contract {
  readonly jsonSchemaDialect?: string;
  readonly servers?: readonly Server[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

const { documentElement } = document;
const isChinese = new URLSearchParams(location.search).get("lang") === "zh-CN";
documentElement.lang = isChinese ? "zh-CN" : "en";
followColourScheme();
if (documentElement.dataset.live !== undefined) followSpec();
start().catch((error: unknown) => {
  const message = document.createElement("p");
  message.className = "explorer-failure";
  message.setAttribute("role", "alert");
  message.textContent = `The explorer cannot start: openapi.json beside this page cannot be read (${error}). The folder must be served by a web server.`;
  document.getElementById("explorer")?.replaceChildren(message);
});

async function start(): Promise<void> {
  const response = await fetch(isChinese ? "openapi.zh-CN.json" : "openapi.json");
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  // Swagger UI shows a warning for each dialect but OpenAPI's own, which adds nothing that it shows.
  const text = await response.text();
  const { jsonSchemaDialect: _, ...contract }: Contract = JSON.parse(text, toShown);
  const mockUrl = documentElement.dataset.mockUrl ?? location.origin;
  const ui = SwaggerUIBundle({
    dom_id: "#explorer",
    spec: { ...contract, servers: listServers(contract) },
    plugins: [explorerPlugin(mockUrl)],
    requestSnippets: {
      generators: {
        curl: { title: "curl", syntax: "bash" },
        typescript: { title: "TypeScript", syntax: "javascript" },
      },
      languages: ["curl", "typescript"],
    },
    deepLinking: true,
    tryItOutEnabled: true,
    displayOperationId: true,
    displayRequestDuration: true,
    showCommonExtensions: true,
    // Among them `x-source`: where each rule is from.
    showExtensions: true,
    defaultModelsExpandDepth: 0,
    // Swagger UI's own validates at swagger.io.
    validatorUrl: null,
    onComplete: () => {
      // The first scheme of the contract; the mock takes any value.
      const [scheme] = Object.keys(contract.security?.[0] ?? {});
      if (scheme !== undefined) ui.preauthorizeApiKey(scheme, "any");
    },
  });
}

/** Swagger UI shows an extension as one text: a map would be shown as its inner workings. */
function toShown(name: string, value: unknown): unknown {
  if (name === "x-deviations") return undefined;
  if (name !== "x-source" || typeof value !== "object" || value === null) return value;
  const sources = Object.entries(value).map(([keyword, source]) =>
    keyword === "*" ? source : `${keyword}: ${source}`,
  );
  return sources.join("; ");
}

/** The servers of the contract, and the mock where it is not the one that serves this page. */
function listServers({ servers = [] }: Contract): Server[] {
  const { mockUrl } = documentElement.dataset;
  return [
    ...servers.map((server) => ({
      ...server,
      // Shown in full. A template is absolute, and URL would encode its braces.
      url: server.url.includes("{")
        ? server.url
        : new URL(server.url, location.href).href.replace(/\/$/, ""),
    })),
    ...(mockUrl === undefined
      ? []
      : [{ url: mockUrl, description: "The mock on your own computer: npm start" }]),
  ];
}

/** Swagger UI has a dark style, but does not look at what the reader prefers. */
function followColourScheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", apply);
  apply();
}
