import { buildCall, type Call, isForMock } from "./call.js";
import { curlSnippet } from "./curl-snippet.js";
import type { Component, Immutable, System } from "./swagger-ui.js";
import { typescriptSnippet } from "./typescript-snippet.js";

interface OperationProps {
  readonly path: string;
  readonly method: string;
}

/**
 * The plugin of Swagger UI that shows snippets of a request while it is being filled in, not only
 * after it was sent, and executes none but those to the mock.
 */
export function explorerPlugin(mockUrl: string): (system: System) => object {
  return ({ React }: System) => {
    const h = React.createElement;

    const Snippets: Component<System & OperationProps> = (system) => {
      const generators = system.requestSnippetsSelectors.getSnippetGenerators().toArray();
      const [language, setLanguage] = React.useState(generators[0]?.[0]);
      const generator = generators.find(([name]) => name === language)?.[1];
      if (generator === undefined) return null;
      const { text, isCode } = attempt(() => {
        const call = buildCall(system, system.path, system.method, mockUrl);
        return generator.get("fn")(system.Im.fromJS(call));
      });
      const Code = system.getComponent("SyntaxHighlighter", true);
      return h(
        "section",
        { className: "explorer-snippets", "aria-label": "Snippets of this request" },
        h(
          "div",
          { className: "opblock-section-header" },
          h("h4", null, "Snippets"),
          ...generators.map(([name, each]) =>
            h(
              "button",
              {
                key: name,
                type: "button",
                className: "btn",
                "aria-pressed": name === language,
                onClick: () => setLanguage(name),
              },
              each.get("title"),
            ),
          ),
          isCode ? h(Copy, { text, key: text }) : null,
        ),
        isCode
          ? h(
              "div",
              { className: "explorer-code" },
              h(Code, { language: generator.get("syntax"), className: "microlight" }, text),
            )
          : h("p", { className: "explorer-note", role: "status" }, text),
      );
    };

    const Copy: Component<{ text: string }> = ({ text }) => {
      const [label, setLabel] = React.useState("Copy");
      const copy = () =>
        navigator.clipboard.writeText(text).then(
          () => setLabel("Copied"),
          () => setLabel("Select and copy it by hand: the browser refuses"),
        );
      // Only where the page is at a loopback address or at https.
      if (!window.isSecureContext) return null;
      return h("button", { type: "button", className: "btn", onClick: copy }, label);
    };

    const Execute: Component<System & { original: unknown }> = ({ original, ...system }) =>
      isForMock(system, mockUrl)
        ? h(original, system)
        : h(
            "p",
            { className: "explorer-note" },
            "This page sends nothing to the service. Copy a snippet, or choose the mock under Servers.",
          );

    /** Names the controls that Swagger UI leaves without a name, for screen readers. */
    const named = (label: string) => (original: unknown) => (props: object) => {
      const nameAll = (node: HTMLElement | null) => {
        for (const each of node?.querySelectorAll<HTMLElement>("select, input, textarea") ?? []) {
          each.ariaLabel ??= each.dataset.variable ?? label;
        }
      };
      return h("div", { ref: nameAll }, h(original, { ...props }));
    };

    return {
      fn: {
        requestSnippetGenerator_curl: (request: Immutable) => curlSnippet(request.toJS() as Call),
        requestSnippetGenerator_typescript: (request: Immutable) =>
          typescriptSnippet(request.toJS() as Call),
      },
      components: { ExplorerSnippets: Snippets, ExplorerExecute: Execute },
      wrapComponents: {
        execute: (original: unknown, system: System) => (props: object) =>
          h(system.getComponent("ExplorerExecute", true), { ...props, original }),
        responses: (original: unknown, system: System) => (props: OperationProps) => {
          const { path, method } = props;
          return h(
            React.Fragment,
            null,
            h(system.getComponent("ExplorerSnippets", true), { path, method }),
            h(original, { ...props }),
          );
        },
        Servers: named("Server"),
        ExamplesSelect: named("Example"),
        RequestBodyEditor: named("Request body"),
        // It would stand beside the answer, below the snippets, with the token in plain sight.
        curl: () => () => null,
      },
    };
  };
}

/** A form that is not complete, or a body that the client cannot send, gives a message instead. */
function attempt(make: () => string): { text: string; isCode: boolean } {
  try {
    return { text: make(), isCode: true };
  } catch (error) {
    return { text: (error as Error).message, isCode: false };
  }
}
