import type { RequestCase, Source } from "../case.js";
import { operation } from "./target.js";

const projectId: Source = { page: "csms", table: "table 1, project_id" };
const secretId: Source = { page: "csms", table: "table 1, secret_id" };
const project_id = "0123456789abcdef0123456789abcdef";
const secret_id = "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e";
const body = { action: "create", tags: [{ key: "env", value: "test" }] };

/** The path parameters. The page gives them a type, and no more. */
export const pathCases: readonly RequestCase[] = [
  // project_id: any text but none. The values are not yet percent-encoded.

  // HTTP cannot route an empty segment: such a case is for the validators, not for a wire.
  {
    id: "csms-project-id-empty",
    operation,
    request: { path: { project_id: "", secret_id }, body },
    verdict: "reject",
    violations: [{ pointer: "/path/project_id", keyword: "minLength" }],
    source: projectId,
  },
  {
    id: "csms-project-id-1",
    operation,
    request: { path: { project_id: "0", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-32",
    operation,
    request: { path: { project_id: "fedcba9876543210fedcba9876543210", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-36",
    operation,
    request: { path: { project_id: "919c82d4-8046-4722-9094-35c3c6524cff", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-300",
    operation,
    request: {
      path: {
        project_id:
          "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
        secret_id,
      },
      body,
    },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-capitals",
    operation,
    request: { path: { project_id: "ABC", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-unreserved",
    operation,
    request: { path: { project_id: "a-b.c_d~e", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-chinese",
    operation,
    request: { path: { project_id: "项目", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  // U+20000 CJK UNIFIED IDEOGRAPH-20000
  {
    id: "csms-project-id-beyond-bmp",
    operation,
    request: { path: { project_id: "\u{20000}", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-emoji",
    operation,
    request: { path: { project_id: "🔑", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-blank-inside",
    operation,
    request: { path: { project_id: "my id", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  // U+0020 SPACE
  {
    id: "csms-project-id-blank-alone",
    operation,
    request: { path: { project_id: "\u{0020}", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-percent",
    operation,
    request: { path: { project_id: "100%", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-percent-encoded",
    operation,
    request: { path: { project_id: "%2F", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-slash",
    operation,
    request: { path: { project_id: "a/b", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-query-and-fragment",
    operation,
    request: { path: { project_id: "a?b#c", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-sub-delimiters",
    operation,
    request: { path: { project_id: "!$&'()*+,;=", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-gen-delimiters",
    operation,
    request: { path: { project_id: ":@[]", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-backslash",
    operation,
    request: { path: { project_id: "a\\b", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },
  {
    id: "csms-project-id-three-dots",
    operation,
    request: { path: { project_id: "...", secret_id }, body },
    verdict: "accept",
    source: projectId,
  },

  // secret_id: the same.

  // HTTP cannot route an empty segment: such a case is for the validators, not for a wire.
  {
    id: "csms-secret-id-empty",
    operation,
    request: { path: { project_id, secret_id: "" }, body },
    verdict: "reject",
    violations: [{ pointer: "/path/secret_id", keyword: "minLength" }],
    source: secretId,
  },
  {
    id: "csms-secret-id-1",
    operation,
    request: { path: { project_id, secret_id: "0" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-32",
    operation,
    request: { path: { project_id, secret_id: "fedcba9876543210fedcba9876543210" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-36",
    operation,
    request: { path: { project_id, secret_id: "919c82d4-8046-4722-9094-35c3c6524cff" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-300",
    operation,
    request: {
      path: {
        project_id,
        secret_id:
          "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
      },
      body,
    },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-capitals",
    operation,
    request: { path: { project_id, secret_id: "ABC" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-unreserved",
    operation,
    request: { path: { project_id, secret_id: "a-b.c_d~e" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-chinese",
    operation,
    request: { path: { project_id, secret_id: "项目" }, body },
    verdict: "accept",
    source: secretId,
  },
  // U+20000 CJK UNIFIED IDEOGRAPH-20000
  {
    id: "csms-secret-id-beyond-bmp",
    operation,
    request: { path: { project_id, secret_id: "\u{20000}" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-emoji",
    operation,
    request: { path: { project_id, secret_id: "🔑" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-blank-inside",
    operation,
    request: { path: { project_id, secret_id: "my id" }, body },
    verdict: "accept",
    source: secretId,
  },
  // U+0020 SPACE
  {
    id: "csms-secret-id-blank-alone",
    operation,
    request: { path: { project_id, secret_id: "\u{0020}" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-percent",
    operation,
    request: { path: { project_id, secret_id: "100%" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-percent-encoded",
    operation,
    request: { path: { project_id, secret_id: "%2F" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-slash",
    operation,
    request: { path: { project_id, secret_id: "a/b" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-query-and-fragment",
    operation,
    request: { path: { project_id, secret_id: "a?b#c" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-sub-delimiters",
    operation,
    request: { path: { project_id, secret_id: "!$&'()*+,;=" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-gen-delimiters",
    operation,
    request: { path: { project_id, secret_id: ":@[]" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-backslash",
    operation,
    request: { path: { project_id, secret_id: "a\\b" }, body },
    verdict: "accept",
    source: secretId,
  },
  {
    id: "csms-secret-id-three-dots",
    operation,
    request: { path: { project_id, secret_id: "..." }, body },
    verdict: "accept",
    source: secretId,
  },
];
