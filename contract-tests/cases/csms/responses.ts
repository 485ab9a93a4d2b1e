import type { ResponseCase, Source } from "../case.js";
import { errorCasesOf, required } from "../errors.js";
import { response } from "./operation.js";

const noContent: Source = { page: "csms", table: "status codes" };
const table5: Source = { page: "csms", table: "table 5" };
const table6: Source = { page: "csms", table: "table 6" };
const status401: Source = { page: "csms", table: "tables 7 and 8" };
const status403: Source = { page: "csms", table: "tables 9 and 10" };
const status404: Source = { page: "csms", table: "tables 11 and 12" };
const status500: Source = { page: "csms", table: "tables 13 and 14" };
const status502: Source = { page: "csms", table: "tables 15 and 16" };
const status504: Source = { page: "csms", table: "tables 17 and 18" };

const errors = errorCasesOf(response);
const on204 = response("204", noContent);
const code400 = response("400", table6, "/error/error_code", (error_code) => ({
  error: { error_code, error_msg: "Invalid parameter." },
}));
const detail400 = response("400", table6, "/error", (error) => ({ error }));
const incompleteDetail400 = response("400", required, "/error", (error) => ({ error }));
const message400 = response("400", table6, "/error/error_msg", (error_msg) => ({
  error: { error_code: "CSMS.0002", error_msg },
}));
const on400 = response("400", table5);
const incomplete400 = response("400", required);
const error400 = response("400", table5, "/error", (error) => ({ error }));

/** What a provider may answer, by status. */
export const responseCases: readonly ResponseCase[] = [
  // 204: no body.
  on204.accepts("csms-204-no-body"),
  ...on204.rejectsEach("content", {
    "csms-204-empty-object": {},
    "csms-204-null": null,
    "csms-204-error": { error: { error_code: "CSMS.0002", error_msg: "Invalid parameter." } },
  }),

  // 400: an error with a code and a text, both strings.
  code400.accepts("csms-400-documented", "CSMS.0002"),
  detail400.accepts("csms-400-empty-strings", { error_code: "", error_msg: "" }),
  message400.accepts("csms-400-chinese-text", "参数无效。"),
  // A code is any text: the contract lists the known ones, but the service may answer others.
  ...code400.acceptsEach({
    "csms-400-code-other": "参数 无效",
    "csms-400-code-long":
      "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
  }),
  message400.accepts(
    "csms-400-msg-long",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
  ),

  // 400: responses are open; a provider may add properties.
  on400.accepts("csms-400-extra-in-body", {
    error: { error_code: "CSMS.0002", error_msg: "Invalid parameter." },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  detail400.accepts("csms-400-extra-in-error", {
    error_code: "CSMS.0002",
    error_msg: "Invalid parameter.",
    details: [{ field: "tags" }],
  }),

  // 400: no error, or one that is no object.
  incomplete400.rejects("csms-400-error-absent", {}, "required"),
  ...error400.rejectsEach("type", {
    "csms-400-error-null": null,
    "csms-400-error-string": "Invalid parameter.",
    "csms-400-error-number": 400,
    "csms-400-error-boolean": true,
    "csms-400-error-array": [{ error_code: "CSMS.0002", error_msg: "Invalid parameter." }],
  }),
  // Lacks code and text: the same violation twice.
  incompleteDetail400.rejects("csms-400-error-empty-object", {}, "required"),

  // 400: each string absent, and of each wrong type.
  ...incompleteDetail400.rejectsEach("required", {
    "csms-400-code-absent": { error_msg: "Invalid parameter." },
  }),
  code400.rejects("csms-400-code-null", null, "type"),
  code400.rejects("csms-400-code-number", 2, "type"),
  code400.rejects("csms-400-code-boolean", true, "type"),
  code400.rejects("csms-400-code-array", ["CSMS.0002"], "type"),
  code400.rejects("csms-400-code-object", {}, "type"),
  incompleteDetail400.rejects("csms-400-msg-absent", { error_code: "CSMS.0002" }, "required"),
  message400.rejects("csms-400-msg-null", null, "type"),
  message400.rejects("csms-400-msg-number", 2, "type"),
  message400.rejects("csms-400-msg-boolean", true, "type"),
  message400.rejects("csms-400-msg-array", ["Invalid parameter."], "type"),
  message400.rejects("csms-400-msg-object", {}, "type"),

  // 400: bodies met in the wild that break the contract: none, no object, the flat one of the gateway,
  // and the one of IAM.
  ...on400.rejectsEach("type", {
    "csms-400-no-body": undefined,
    "csms-400-null": null,
    "csms-400-string": "<html>Bad Request</html>",
    "csms-400-number": 400,
    "csms-400-boolean": false,
    "csms-400-array": [{ error: { error_code: "CSMS.0002", error_msg: "Invalid parameter." } }],
  }),
  incomplete400.rejects(
    "csms-400-gateway-body",
    {
      error_code: "APIGW.0106",
      error_msg: "Orchestration error.",
      request_id: "0123456789abcdef0123456789abcdef",
    },
    "required",
  ),
  ...incompleteDetail400.rejectsEach("required", {
    "csms-400-iam-body": { code: 400, message: "Bad request.", title: "Bad Request" },
    "csms-400-names-in-camel-case": { errorCode: "CSMS.0002", errorMsg: "Invalid parameter." },
  }),

  // The same body, with any other status.
  ...errors("401", status401, "APIGW.0301", "Incorrect IAM authentication information.", {
    documented: "csms-401-documented",
    extra: "csms-401-extra",
    errorAbsent: "csms-401-error-absent",
    codeAbsent: "csms-401-code-absent",
    messageAbsent: "csms-401-msg-absent",
    codeNumber: "csms-401-code-number",
    noBody: "csms-401-no-body",
    string: "csms-401-string",
  }),
  ...errors("403", status403, "CSMS.XXXX", "Forbidden.", {
    documented: "csms-403-documented",
    extra: "csms-403-extra",
    errorAbsent: "csms-403-error-absent",
    codeAbsent: "csms-403-code-absent",
    messageAbsent: "csms-403-msg-absent",
    codeNumber: "csms-403-code-number",
    noBody: "csms-403-no-body",
    string: "csms-403-string",
  }),
  ...errors("404", status404, "CSMS.0005", "The secret does not exist.", {
    documented: "csms-404-documented",
    extra: "csms-404-extra",
    errorAbsent: "csms-404-error-absent",
    codeAbsent: "csms-404-code-absent",
    messageAbsent: "csms-404-msg-absent",
    codeNumber: "csms-404-code-number",
    noBody: "csms-404-no-body",
    string: "csms-404-string",
  }),
  ...errors("500", status500, "CSMS.XXXX", "Internal error.", {
    documented: "csms-500-documented",
    extra: "csms-500-extra",
    errorAbsent: "csms-500-error-absent",
    codeAbsent: "csms-500-code-absent",
    messageAbsent: "csms-500-msg-absent",
    codeNumber: "csms-500-code-number",
    noBody: "csms-500-no-body",
    string: "csms-500-string",
  }),
  ...errors("502", status502, "CSMS.XXXX", "Bad gateway.", {
    documented: "csms-502-documented",
    extra: "csms-502-extra",
    errorAbsent: "csms-502-error-absent",
    codeAbsent: "csms-502-code-absent",
    messageAbsent: "csms-502-msg-absent",
    codeNumber: "csms-502-code-number",
    noBody: "csms-502-no-body",
    string: "csms-502-string",
  }),
  ...errors("504", status504, "CSMS.XXXX", "Gateway timeout.", {
    documented: "csms-504-documented",
    extra: "csms-504-extra",
    errorAbsent: "csms-504-error-absent",
    codeAbsent: "csms-504-code-absent",
    messageAbsent: "csms-504-msg-absent",
    codeNumber: "csms-504-code-number",
    noBody: "csms-504-no-body",
    string: "csms-504-string",
  }),
];
