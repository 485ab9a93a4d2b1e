import type { ResponseCase, Source } from "../case.js";
import { errorCasesOf, required } from "../errors.js";
import { response } from "./operation.js";

const noContent: Source = { page: "kms", table: "table 1, status codes" };
// The body of an error is the page's; which statuses have one is in the vendor's API definition.
const example: Source = { page: "kms", table: "response example" };

const errors = errorCasesOf(response);
const on204 = response("204", noContent);
const code400 = response("400", example, "/error/error_code", (error_code) => ({
  error: { error_code, error_msg: "The key ID is invalid." },
}));
const detail400 = response("400", example, "/error", (error) => ({ error }));
const incompleteDetail400 = response("400", required, "/error", (error) => ({ error }));
const message400 = response("400", example, "/error/error_msg", (error_msg) => ({
  error: { error_code: "KMS.0205", error_msg },
}));
const on400 = response("400", example);
const incomplete400 = response("400", required);

/** What a provider may answer, by status. */
export const responseCases: readonly ResponseCase[] = [
  // 204: no body. (The page's sample shows { } under it, against its own table.)
  on204.accepts("kms-204-no-body"),
  ...on204.rejectsEach("content", {
    "kms-204-empty-object": {},
    "kms-204-null": null,
    "kms-204-error": { error: { error_code: "KMS.0205", error_msg: "The key ID is invalid." } },
  }),

  // 400: an error with a code and a text, both strings.
  code400.accepts("kms-400-documented", "KMS.0205"),
  // The page's own.
  detail400.accepts("kms-400-example", { error_code: "KMS.XXXX", error_msg: "XXX" }),
  detail400.accepts("kms-400-empty-strings", { error_code: "", error_msg: "" }),
  message400.accepts("kms-400-chinese-text", "参数无效。"),
  // A code is any text: the contract lists the known ones, but the service may answer others.
  ...code400.acceptsEach({
    "kms-400-code-other": "参数 无效",
    "kms-400-code-long":
      "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
  }),
  message400.accepts(
    "kms-400-msg-long",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
  ),

  // 400: responses are open; a provider may add properties.
  on400.accepts("kms-400-extra-in-body", {
    error: { error_code: "KMS.0205", error_msg: "The key ID is invalid." },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  detail400.accepts("kms-400-extra-in-error", {
    error_code: "KMS.0205",
    error_msg: "The key ID is invalid.",
    details: [{ field: "tags" }],
  }),

  // 400: no error, or one that is no object.
  incomplete400.rejects("kms-400-error-absent", {}, "required"),
  ...detail400.rejectsEach("type", {
    "kms-400-error-null": null,
    "kms-400-error-string": "The key ID is invalid.",
    "kms-400-error-number": 400,
    "kms-400-error-boolean": true,
    "kms-400-error-array": [{ error_code: "KMS.0205", error_msg: "The key ID is invalid." }],
  }),
  // Lacks code and text: the same violation twice.
  incompleteDetail400.rejects("kms-400-error-empty-object", {}, "required"),

  // 400: each string absent, and of each wrong type.
  ...incompleteDetail400.rejectsEach("required", {
    "kms-400-code-absent": { error_msg: "The key ID is invalid." },
  }),
  code400.rejects("kms-400-code-null", null, "type"),
  code400.rejects("kms-400-code-number", 2, "type"),
  code400.rejects("kms-400-code-boolean", true, "type"),
  code400.rejects("kms-400-code-array", ["KMS.0205"], "type"),
  code400.rejects("kms-400-code-object", {}, "type"),
  incompleteDetail400.rejects("kms-400-msg-absent", { error_code: "KMS.0205" }, "required"),
  message400.rejects("kms-400-msg-null", null, "type"),
  message400.rejects("kms-400-msg-number", 2, "type"),
  message400.rejects("kms-400-msg-boolean", true, "type"),
  message400.rejects("kms-400-msg-array", ["The key ID is invalid."], "type"),
  message400.rejects("kms-400-msg-object", {}, "type"),

  // 400: bodies met in the wild that break the contract: none, no object, the flat one of the gateway,
  // and the one of IAM.
  ...on400.rejectsEach("type", {
    "kms-400-no-body": undefined,
    "kms-400-null": null,
    "kms-400-string": "<html>Bad Request</html>",
    "kms-400-number": 400,
    "kms-400-boolean": false,
    "kms-400-array": [{ error: { error_code: "KMS.0205", error_msg: "The key ID is invalid." } }],
  }),
  incomplete400.rejects(
    "kms-400-gateway-body",
    {
      error_code: "APIGW.0106",
      error_msg: "Orchestration error.",
      request_id: "0123456789abcdef0123456789abcdef",
    },
    "required",
  ),
  ...incompleteDetail400.rejectsEach("required", {
    "kms-400-iam-body": { code: 400, message: "Bad request.", title: "Bad Request" },
    "kms-400-names-in-camel-case": { errorCode: "KMS.0205", errorMsg: "The key ID is invalid." },
  }),

  // The same body, with any other status.
  ...errors("401", example, "APIGW.0301", "Incorrect IAM authentication information.", {
    documented: "kms-401-documented",
    extra: "kms-401-extra",
    errorAbsent: "kms-401-error-absent",
    codeAbsent: "kms-401-code-absent",
    messageAbsent: "kms-401-msg-absent",
    codeNumber: "kms-401-code-number",
    noBody: "kms-401-no-body",
    string: "kms-401-string",
  }),
  ...errors("403", example, "KMS.0321", "The project ID differs from the project of the token.", {
    documented: "kms-403-documented",
    extra: "kms-403-extra",
    errorAbsent: "kms-403-error-absent",
    codeAbsent: "kms-403-code-absent",
    messageAbsent: "kms-403-msg-absent",
    codeNumber: "kms-403-code-number",
    noBody: "kms-403-no-body",
    string: "kms-403-string",
  }),
  ...errors("404", example, "KMS.0207", "The key does not exist.", {
    documented: "kms-404-documented",
    extra: "kms-404-extra",
    errorAbsent: "kms-404-error-absent",
    codeAbsent: "kms-404-code-absent",
    messageAbsent: "kms-404-msg-absent",
    codeNumber: "kms-404-code-number",
    noBody: "kms-404-no-body",
    string: "kms-404-string",
  }),
  ...errors("500", example, "KMS.0101", "Internal error.", {
    documented: "kms-500-documented",
    extra: "kms-500-extra",
    errorAbsent: "kms-500-error-absent",
    codeAbsent: "kms-500-code-absent",
    messageAbsent: "kms-500-msg-absent",
    codeNumber: "kms-500-code-number",
    noBody: "kms-500-no-body",
    string: "kms-500-string",
  }),
  ...errors("502", example, "KMS.XXXX", "Bad gateway.", {
    documented: "kms-502-documented",
    extra: "kms-502-extra",
    errorAbsent: "kms-502-error-absent",
    codeAbsent: "kms-502-code-absent",
    messageAbsent: "kms-502-msg-absent",
    codeNumber: "kms-502-code-number",
    noBody: "kms-502-no-body",
    string: "kms-502-string",
  }),
  ...errors("504", example, "KMS.XXXX", "Gateway timeout.", {
    documented: "kms-504-documented",
    extra: "kms-504-extra",
    errorAbsent: "kms-504-error-absent",
    codeAbsent: "kms-504-code-absent",
    messageAbsent: "kms-504-msg-absent",
    codeNumber: "kms-504-code-number",
    noBody: "kms-504-no-body",
    string: "kms-504-string",
  }),
];
