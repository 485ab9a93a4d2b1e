import type { RequestCase, Source } from "../case.js";
import { request } from "./operation.js";

const projectId: Source = { page: "csms", table: "table 1, project_id" };
const secretId: Source = { page: "csms", table: "table 1, secret_id" };
const project_id = "0123456789abcdef0123456789abcdef";
const secret_id = "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e";
const body = { action: "create", tags: [{ key: "env", value: "test" }] };

const projectIds = request(projectId, "/path/project_id", (project_id) => ({
  path: { project_id, secret_id },
  body,
}));
const secretIds = request(secretId, "/path/secret_id", (secret_id) => ({
  path: { project_id, secret_id },
  body,
}));

/** The path parameters. The page gives them a type, and no more. */
export const pathCases: readonly RequestCase[] = [
  // project_id: any text but none. The values are not yet percent-encoded.

  // HTTP cannot route an empty segment: such a case is for the validators, not for a wire.
  projectIds.rejects("csms-project-id-empty", "", "minLength"),
  ...projectIds.acceptsEach({
    "csms-project-id-1": "0",
    "csms-project-id-32": "fedcba9876543210fedcba9876543210",
    "csms-project-id-36": "919c82d4-8046-4722-9094-35c3c6524cff",
    "csms-project-id-300":
      "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
    "csms-project-id-capitals": "ABC",
    "csms-project-id-unreserved": "a-b.c_d~e",
    "csms-project-id-chinese": "项目",
    "csms-project-id-beyond-bmp": "\u{20000}", // U+20000 CJK UNIFIED IDEOGRAPH-20000
    "csms-project-id-emoji": "🔑",
    "csms-project-id-blank-inside": "my id",
    "csms-project-id-blank-alone": "\u{0020}", // U+0020 SPACE
    "csms-project-id-percent": "100%",
    "csms-project-id-percent-encoded": "%2F",
    "csms-project-id-slash": "a/b",
    "csms-project-id-query-and-fragment": "a?b#c",
    "csms-project-id-sub-delimiters": "!$&'()*+,;=",
    "csms-project-id-gen-delimiters": ":@[]",
    "csms-project-id-backslash": "a\\b",
    "csms-project-id-three-dots": "...",
  }),

  // secret_id: the same.

  // HTTP cannot route an empty segment: such a case is for the validators, not for a wire.
  secretIds.rejects("csms-secret-id-empty", "", "minLength"),
  ...secretIds.acceptsEach({
    "csms-secret-id-1": "0",
    "csms-secret-id-32": "fedcba9876543210fedcba9876543210",
    "csms-secret-id-36": "919c82d4-8046-4722-9094-35c3c6524cff",
    "csms-secret-id-300":
      "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
    "csms-secret-id-capitals": "ABC",
    "csms-secret-id-unreserved": "a-b.c_d~e",
    "csms-secret-id-chinese": "项目",
    "csms-secret-id-beyond-bmp": "\u{20000}", // U+20000 CJK UNIFIED IDEOGRAPH-20000
    "csms-secret-id-emoji": "🔑",
    "csms-secret-id-blank-inside": "my id",
    "csms-secret-id-blank-alone": "\u{0020}", // U+0020 SPACE
    "csms-secret-id-percent": "100%",
    "csms-secret-id-percent-encoded": "%2F",
    "csms-secret-id-slash": "a/b",
    "csms-secret-id-query-and-fragment": "a?b#c",
    "csms-secret-id-sub-delimiters": "!$&'()*+,;=",
    "csms-secret-id-gen-delimiters": ":@[]",
    "csms-secret-id-backslash": "a\\b",
    "csms-secret-id-three-dots": "...",
  }),
];
