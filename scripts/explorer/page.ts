import { escapeMarkup } from "../../src/text/escape.js";
import type { OpenApiDocument } from "../generator/document.js";

export interface PageOptions {
  /**
   * The mock that requests are sent to, without a slash at the end. Undefined: the origin of the
   * page itself.
   */
  readonly mockUrl: string | undefined;
  /** Whether the page follows the spec while it is edited. */
  readonly isLive?: boolean;
}

/** The one page of the explorer. Where it is not the mock that serves it, it carries its policy. */
export function page({ info }: OpenApiDocument, { mockUrl, isLive }: PageOptions): string {
  const policy =
    mockUrl === undefined
      ? ""
      : `\n    <meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policyFor(mockUrl))}">`;
  return `<!doctype html>
<html lang="en"${mockUrl === undefined ? "" : ` data-mock-url="${escapeMarkup(mockUrl)}"`}${isLive ? " data-live" : ""}>
  <head>
    <meta charset="utf-8">${policy}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>${escapeMarkup(info.title)} – API Explorer</title>
    <link rel="icon" type="image/png" href="favicon-32x32.png">
    <link rel="stylesheet" href="swagger-ui.css">
    <link rel="stylesheet" href="explorer.css">
    <script src="swagger-ui-bundle.js" defer></script>
    <script src="explorer.js" defer></script>
  </head>
  <body>
    <header class="explorer-intro">
      <p class="explorer-name">API Explorer</p>
      <nav class="explorer-languages" aria-label="Language / 语言">
        <a href="?lang=en" lang="en">English</a> <a href="?lang=zh-CN" lang="zh-CN">中文</a>
      </nav>
      <div class="explorer-text" lang="en">
        <p>${mockUrl === undefined ? SERVED : hosted(mockUrl)}</p>
        <p>The contract as a file: <a href="openapi.json">openapi.json</a></p>
      </div>
      <div class="explorer-text" lang="zh-CN">
        <p>${mockUrl === undefined ? SERVED_ZH : hostedInChinese(mockUrl)}</p>
        <p>契约文件:<a href="openapi.zh-CN.json">openapi.zh-CN.json</a></p>
      </div>
    </header>
    <div id="explorer"></div>
    <noscript><p class="explorer-failure">The explorer needs JavaScript.</p></noscript>
  </body>
</html>
`;
}

const HOW = "Open an operation, choose an example, change what you like";

const SERVED = `${HOW} and press <b>Execute</b>: the mock that serves this page answers by the
        contract. Any token will do, and one is filled in. The snippet under the form sends the same
        request from a shell or from TypeScript.`;

const HOW_ZH = "展开一个操作,选择示例,按需修改";

const SERVED_ZH = `${HOW_ZH},然后点击 <b>Execute</b>:提供此页面的模拟服务会按契约应答。任何令牌都可以,页面已经填好一个。
        表单下方的代码片段可在命令行或 TypeScript 中发送同样的请求。`;

function hostedInChinese(mockUrl: string): string {
  return `${HOW_ZH},然后复制表单下方的代码片段。此页面不会向服务发送任何请求。要 <b>Execute</b>,请在项目的检出目录中运行
        <code>npm start</code>,并在 <b>Servers</b> 中选择模拟服务 <code>${escapeMarkup(mockUrl)}</code>;任何令牌都可以,页面已经填好一个。`;
}

function hosted(mockUrl: string): string {
  return `${HOW} and copy the snippet under the form. This page sends nothing to the service. To
        <b>Execute</b> a request, run <code>npm start</code> in a checkout of the project and choose
        the mock, <code>${escapeMarkup(mockUrl)}</code>, under <b>Servers</b>; any token will do there,
        and one is filled in.`;
}

/**
 * No code, style, image, font or request from anywhere but the folder itself; requests to the mock
 * besides. Swagger UI's style sheet carries its icons as data.
 *
 * @param mockUrl undefined: the page's own origin
 */
export function policyFor(mockUrl: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${mockUrl === undefined ? "" : ` ${mockUrl}`}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
