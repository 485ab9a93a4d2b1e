import type { ResponseCase, Source } from "../case.js";
import { response } from "./operation.js";

const noContent: Source = { page: "kms", table: "table 1, status codes" };
// The body of an error is the page's; which statuses have one is in the vendor's API definition.
const example: Source = { page: "kms", table: "response example" };
const mandatory: Source = { page: "ours", table: "the properties of an error are mandatory" };

const on204 = response("204", noContent);
const code400 = response("400", example, "/error/error_code", (error_code) => ({
  error: { error_code, error_msg: "The key ID is invalid." },
}));
const detail400 = response("400", example, "/error", (error) => ({ error }));
const incompleteDetail400 = response("400", mandatory, "/error", (error) => ({ error }));
const message400 = response("400", example, "/error/error_msg", (error_msg) => ({
  error: { error_code: "KMS.0205", error_msg },
}));
const on400 = response("400", example);
const incomplete400 = response("400", mandatory);
const on401 = response("401", example);
const incomplete401 = response("401", mandatory);
const on403 = response("403", example);
const incomplete403 = response("403", mandatory);
const on404 = response("404", example);
const incomplete404 = response("404", mandatory);
const on500 = response("500", example);
const incomplete500 = response("500", mandatory);
const on502 = response("502", example);
const incomplete502 = response("502", mandatory);
const on504 = response("504", example);
const incomplete504 = response("504", mandatory);

/** What a provider may answer, by status. */
export const responseCases: readonly ResponseCase[] = [
  // 204: no body. (The page's sample shows { } under it, against its own table.)

  on204.accepts("kms-204-no-body"),
  on204.rejects("kms-204-empty-object", {}, "content"),
  on204.rejects("kms-204-null", null, "content"),
  on204.rejects(
    "kms-204-error",
    { error: { error_code: "KMS.0205", error_msg: "The key ID is invalid." } },
    "content",
  ),

  // 400: an error with a code and a text, both strings.

  code400.accepts("kms-400-documented", "KMS.0205"),
  // The page's own.
  detail400.accepts("kms-400-example", { error_code: "KMS.XXXX", error_msg: "XXX" }),
  detail400.accepts("kms-400-empty-strings", { error_code: "", error_msg: "" }),
  message400.accepts("kms-400-chinese-text", "参数无效。"),
  // A code is any text: the contract lists the known ones, but the service may answer others.
  code400.accepts("kms-400-code-other", "参数 无效"),
  code400.accepts(
    "kms-400-code-long",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
  ),
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
  detail400.rejects("kms-400-error-null", null, "type"),
  detail400.rejects("kms-400-error-string", "The key ID is invalid.", "type"),
  detail400.rejects("kms-400-error-number", 400, "type"),
  detail400.rejects("kms-400-error-boolean", true, "type"),
  detail400.rejects(
    "kms-400-error-array",
    [{ error_code: "KMS.0205", error_msg: "The key ID is invalid." }],
    "type",
  ),
  // Lacks code and text: the same violation twice.
  incompleteDetail400.rejects("kms-400-error-empty-object", {}, "required"),

  // 400: each string absent, and of each wrong type.

  incompleteDetail400.rejects(
    "kms-400-code-absent",
    { error_msg: "The key ID is invalid." },
    "required",
  ),
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

  on400.rejects("kms-400-no-body", undefined, "type"),
  on400.rejects("kms-400-null", null, "type"),
  on400.rejects("kms-400-string", "<html>Bad Request</html>", "type"),
  on400.rejects("kms-400-number", 400, "type"),
  on400.rejects("kms-400-boolean", false, "type"),
  on400.rejects(
    "kms-400-array",
    [{ error: { error_code: "KMS.0205", error_msg: "The key ID is invalid." } }],
    "type",
  ),
  incomplete400.rejects(
    "kms-400-gateway-body",
    {
      error_code: "APIGW.0106",
      error_msg: "Orchestration error.",
      request_id: "0123456789abcdef0123456789abcdef",
    },
    "required",
  ),
  incompleteDetail400.rejects(
    "kms-400-iam-body",
    { code: 400, message: "Bad request.", title: "Bad Request" },
    "required",
  ),
  incompleteDetail400.rejects(
    "kms-400-names-in-camel-case",
    { errorCode: "KMS.0205", errorMsg: "The key ID is invalid." },
    "required",
  ),

  // 401: the same body.

  on401.accepts("kms-401-documented", {
    error: { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information." },
  }),
  on401.accepts("kms-401-extra", {
    error: {
      error_code: "APIGW.0301",
      error_msg: "Incorrect IAM authentication information.",
      details: [],
    },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete401.rejects("kms-401-error-absent", {}, "required"),
  incomplete401.rejects(
    "kms-401-code-absent",
    { error: { error_msg: "Incorrect IAM authentication information." } },
    "required /error",
  ),
  incomplete401.rejects(
    "kms-401-msg-absent",
    { error: { error_code: "APIGW.0301" } },
    "required /error",
  ),
  on401.rejects(
    "kms-401-code-number",
    { error: { error_code: 401, error_msg: "Incorrect IAM authentication information." } },
    "type /error/error_code",
  ),
  on401.rejects("kms-401-no-body", undefined, "type"),
  on401.rejects("kms-401-string", "<html>401</html>", "type"),

  // 403: the same body.

  on403.accepts("kms-403-documented", {
    error: {
      error_code: "KMS.0321",
      error_msg: "The project ID differs from the project of the token.",
    },
  }),
  on403.accepts("kms-403-extra", {
    error: {
      error_code: "KMS.0321",
      error_msg: "The project ID differs from the project of the token.",
      details: [],
    },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete403.rejects("kms-403-error-absent", {}, "required"),
  incomplete403.rejects(
    "kms-403-code-absent",
    { error: { error_msg: "The project ID differs from the project of the token." } },
    "required /error",
  ),
  incomplete403.rejects(
    "kms-403-msg-absent",
    { error: { error_code: "KMS.0321" } },
    "required /error",
  ),
  on403.rejects(
    "kms-403-code-number",
    {
      error: {
        error_code: 403,
        error_msg: "The project ID differs from the project of the token.",
      },
    },
    "type /error/error_code",
  ),
  on403.rejects("kms-403-no-body", undefined, "type"),
  on403.rejects("kms-403-string", "<html>403</html>", "type"),

  // 404: the same body.

  on404.accepts("kms-404-documented", {
    error: { error_code: "KMS.0207", error_msg: "The key does not exist." },
  }),
  on404.accepts("kms-404-extra", {
    error: { error_code: "KMS.0207", error_msg: "The key does not exist.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete404.rejects("kms-404-error-absent", {}, "required"),
  incomplete404.rejects(
    "kms-404-code-absent",
    { error: { error_msg: "The key does not exist." } },
    "required /error",
  ),
  incomplete404.rejects(
    "kms-404-msg-absent",
    { error: { error_code: "KMS.0207" } },
    "required /error",
  ),
  on404.rejects(
    "kms-404-code-number",
    { error: { error_code: 404, error_msg: "The key does not exist." } },
    "type /error/error_code",
  ),
  on404.rejects("kms-404-no-body", undefined, "type"),
  on404.rejects("kms-404-string", "<html>404</html>", "type"),

  // 500: the same body.

  on500.accepts("kms-500-documented", {
    error: { error_code: "KMS.0101", error_msg: "Internal error." },
  }),
  on500.accepts("kms-500-extra", {
    error: { error_code: "KMS.0101", error_msg: "Internal error.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete500.rejects("kms-500-error-absent", {}, "required"),
  incomplete500.rejects(
    "kms-500-code-absent",
    { error: { error_msg: "Internal error." } },
    "required /error",
  ),
  incomplete500.rejects(
    "kms-500-msg-absent",
    { error: { error_code: "KMS.0101" } },
    "required /error",
  ),
  on500.rejects(
    "kms-500-code-number",
    { error: { error_code: 500, error_msg: "Internal error." } },
    "type /error/error_code",
  ),
  on500.rejects("kms-500-no-body", undefined, "type"),
  on500.rejects("kms-500-string", "<html>500</html>", "type"),

  // 502: the same body.

  on502.accepts("kms-502-documented", {
    error: { error_code: "KMS.XXXX", error_msg: "Bad gateway." },
  }),
  on502.accepts("kms-502-extra", {
    error: { error_code: "KMS.XXXX", error_msg: "Bad gateway.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete502.rejects("kms-502-error-absent", {}, "required"),
  incomplete502.rejects(
    "kms-502-code-absent",
    { error: { error_msg: "Bad gateway." } },
    "required /error",
  ),
  incomplete502.rejects(
    "kms-502-msg-absent",
    { error: { error_code: "KMS.XXXX" } },
    "required /error",
  ),
  on502.rejects(
    "kms-502-code-number",
    { error: { error_code: 502, error_msg: "Bad gateway." } },
    "type /error/error_code",
  ),
  on502.rejects("kms-502-no-body", undefined, "type"),
  on502.rejects("kms-502-string", "<html>502</html>", "type"),

  // 504: the same body.

  on504.accepts("kms-504-documented", {
    error: { error_code: "KMS.XXXX", error_msg: "Gateway timeout." },
  }),
  on504.accepts("kms-504-extra", {
    error: { error_code: "KMS.XXXX", error_msg: "Gateway timeout.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete504.rejects("kms-504-error-absent", {}, "required"),
  incomplete504.rejects(
    "kms-504-code-absent",
    { error: { error_msg: "Gateway timeout." } },
    "required /error",
  ),
  incomplete504.rejects(
    "kms-504-msg-absent",
    { error: { error_code: "KMS.XXXX" } },
    "required /error",
  ),
  on504.rejects(
    "kms-504-code-number",
    { error: { error_code: 504, error_msg: "Gateway timeout." } },
    "type /error/error_code",
  ),
  on504.rejects("kms-504-no-body", undefined, "type"),
  on504.rejects("kms-504-string", "<html>504</html>", "type"),
];
