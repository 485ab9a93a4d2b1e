import type { ResponseCase, Source } from "../case.js";
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
const mandatory: Source = { page: "ours", table: "the properties of an error are mandatory" };

const on204 = response("204", noContent);
const code400 = response("400", table6, "/error/error_code", (error_code) => ({
  error: { error_code, error_msg: "Invalid parameter." },
}));
const detail400 = response("400", table6, "/error", (error) => ({ error }));
const incompleteDetail400 = response("400", mandatory, "/error", (error) => ({ error }));
const message400 = response("400", table6, "/error/error_msg", (error_msg) => ({
  error: { error_code: "CSMS.0002", error_msg },
}));
const on400 = response("400", table5);
const incomplete400 = response("400", mandatory);
const error400 = response("400", table5, "/error", (error) => ({ error }));
const on401 = response("401", status401);
const incomplete401 = response("401", mandatory);
const on403 = response("403", status403);
const incomplete403 = response("403", mandatory);
const on404 = response("404", status404);
const incomplete404 = response("404", mandatory);
const on500 = response("500", status500);
const incomplete500 = response("500", mandatory);
const on502 = response("502", status502);
const incomplete502 = response("502", mandatory);
const on504 = response("504", status504);
const incomplete504 = response("504", mandatory);

/** What a provider may answer, by status. */
export const responseCases: readonly ResponseCase[] = [
  // 204: no body.

  on204.accepts("csms-204-no-body"),
  on204.rejects("csms-204-empty-object", {}, "content"),
  on204.rejects("csms-204-null", null, "content"),
  on204.rejects(
    "csms-204-error",
    { error: { error_code: "CSMS.0002", error_msg: "Invalid parameter." } },
    "content",
  ),

  // 400: an error with a code and a text, both strings.

  code400.accepts("csms-400-documented", "CSMS.0002"),
  detail400.accepts("csms-400-empty-strings", { error_code: "", error_msg: "" }),
  message400.accepts("csms-400-chinese-text", "参数无效。"),
  // A code is any text: the contract lists the known ones, but the service may answer others.
  code400.accepts("csms-400-code-other", "参数 无效"),
  code400.accepts(
    "csms-400-code-long",
    "--------10--------20--------30--------40--------50--------60--------70--------80--------90-------100-------110-------120-------130-------140-------150-------160-------170-------180-------190-------200-------210-------220-------230-------240-------250-------260-------270-------280-------290-------300",
  ),
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
  error400.rejects("csms-400-error-null", null, "type"),
  error400.rejects("csms-400-error-string", "Invalid parameter.", "type"),
  error400.rejects("csms-400-error-number", 400, "type"),
  error400.rejects("csms-400-error-boolean", true, "type"),
  error400.rejects(
    "csms-400-error-array",
    [{ error_code: "CSMS.0002", error_msg: "Invalid parameter." }],
    "type",
  ),
  // Lacks code and text: the same violation twice.
  incompleteDetail400.rejects("csms-400-error-empty-object", {}, "required"),

  // 400: each string absent, and of each wrong type.

  incompleteDetail400.rejects(
    "csms-400-code-absent",
    { error_msg: "Invalid parameter." },
    "required",
  ),
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

  on400.rejects("csms-400-no-body", undefined, "type"),
  on400.rejects("csms-400-null", null, "type"),
  on400.rejects("csms-400-string", "<html>Bad Request</html>", "type"),
  on400.rejects("csms-400-number", 400, "type"),
  on400.rejects("csms-400-boolean", false, "type"),
  on400.rejects(
    "csms-400-array",
    [{ error: { error_code: "CSMS.0002", error_msg: "Invalid parameter." } }],
    "type",
  ),
  incomplete400.rejects(
    "csms-400-gateway-body",
    {
      error_code: "APIGW.0106",
      error_msg: "Orchestration error.",
      request_id: "0123456789abcdef0123456789abcdef",
    },
    "required",
  ),
  incompleteDetail400.rejects(
    "csms-400-iam-body",
    { code: 400, message: "Bad request.", title: "Bad Request" },
    "required",
  ),
  incompleteDetail400.rejects(
    "csms-400-names-in-camel-case",
    { errorCode: "CSMS.0002", errorMsg: "Invalid parameter." },
    "required",
  ),

  // 401: the same body.

  on401.accepts("csms-401-documented", {
    error: { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information." },
  }),
  on401.accepts("csms-401-extra", {
    error: {
      error_code: "APIGW.0301",
      error_msg: "Incorrect IAM authentication information.",
      details: [],
    },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete401.rejects("csms-401-error-absent", {}, "required"),
  incomplete401.rejects(
    "csms-401-code-absent",
    { error: { error_msg: "Incorrect IAM authentication information." } },
    "required /error",
  ),
  incomplete401.rejects(
    "csms-401-msg-absent",
    { error: { error_code: "APIGW.0301" } },
    "required /error",
  ),
  on401.rejects(
    "csms-401-code-number",
    { error: { error_code: 401, error_msg: "Incorrect IAM authentication information." } },
    "type /error/error_code",
  ),
  on401.rejects("csms-401-no-body", undefined, "type"),
  on401.rejects("csms-401-string", "<html>401</html>", "type"),

  // 403: the same body.

  on403.accepts("csms-403-documented", {
    error: { error_code: "CSMS.XXXX", error_msg: "Forbidden." },
  }),
  on403.accepts("csms-403-extra", {
    error: { error_code: "CSMS.XXXX", error_msg: "Forbidden.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete403.rejects("csms-403-error-absent", {}, "required"),
  incomplete403.rejects(
    "csms-403-code-absent",
    { error: { error_msg: "Forbidden." } },
    "required /error",
  ),
  incomplete403.rejects(
    "csms-403-msg-absent",
    { error: { error_code: "CSMS.XXXX" } },
    "required /error",
  ),
  on403.rejects(
    "csms-403-code-number",
    { error: { error_code: 403, error_msg: "Forbidden." } },
    "type /error/error_code",
  ),
  on403.rejects("csms-403-no-body", undefined, "type"),
  on403.rejects("csms-403-string", "<html>403</html>", "type"),

  // 404: the same body.

  on404.accepts("csms-404-documented", {
    error: { error_code: "CSMS.0005", error_msg: "The secret does not exist." },
  }),
  on404.accepts("csms-404-extra", {
    error: { error_code: "CSMS.0005", error_msg: "The secret does not exist.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete404.rejects("csms-404-error-absent", {}, "required"),
  incomplete404.rejects(
    "csms-404-code-absent",
    { error: { error_msg: "The secret does not exist." } },
    "required /error",
  ),
  incomplete404.rejects(
    "csms-404-msg-absent",
    { error: { error_code: "CSMS.0005" } },
    "required /error",
  ),
  on404.rejects(
    "csms-404-code-number",
    { error: { error_code: 404, error_msg: "The secret does not exist." } },
    "type /error/error_code",
  ),
  on404.rejects("csms-404-no-body", undefined, "type"),
  on404.rejects("csms-404-string", "<html>404</html>", "type"),

  // 500: the same body.

  on500.accepts("csms-500-documented", {
    error: { error_code: "CSMS.XXXX", error_msg: "Internal error." },
  }),
  on500.accepts("csms-500-extra", {
    error: { error_code: "CSMS.XXXX", error_msg: "Internal error.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete500.rejects("csms-500-error-absent", {}, "required"),
  incomplete500.rejects(
    "csms-500-code-absent",
    { error: { error_msg: "Internal error." } },
    "required /error",
  ),
  incomplete500.rejects(
    "csms-500-msg-absent",
    { error: { error_code: "CSMS.XXXX" } },
    "required /error",
  ),
  on500.rejects(
    "csms-500-code-number",
    { error: { error_code: 500, error_msg: "Internal error." } },
    "type /error/error_code",
  ),
  on500.rejects("csms-500-no-body", undefined, "type"),
  on500.rejects("csms-500-string", "<html>500</html>", "type"),

  // 502: the same body.

  on502.accepts("csms-502-documented", {
    error: { error_code: "CSMS.XXXX", error_msg: "Bad gateway." },
  }),
  on502.accepts("csms-502-extra", {
    error: { error_code: "CSMS.XXXX", error_msg: "Bad gateway.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete502.rejects("csms-502-error-absent", {}, "required"),
  incomplete502.rejects(
    "csms-502-code-absent",
    { error: { error_msg: "Bad gateway." } },
    "required /error",
  ),
  incomplete502.rejects(
    "csms-502-msg-absent",
    { error: { error_code: "CSMS.XXXX" } },
    "required /error",
  ),
  on502.rejects(
    "csms-502-code-number",
    { error: { error_code: 502, error_msg: "Bad gateway." } },
    "type /error/error_code",
  ),
  on502.rejects("csms-502-no-body", undefined, "type"),
  on502.rejects("csms-502-string", "<html>502</html>", "type"),

  // 504: the same body.

  on504.accepts("csms-504-documented", {
    error: { error_code: "CSMS.XXXX", error_msg: "Gateway timeout." },
  }),
  on504.accepts("csms-504-extra", {
    error: { error_code: "CSMS.XXXX", error_msg: "Gateway timeout.", details: [] },
    request_id: "0123456789abcdef0123456789abcdef",
  }),
  incomplete504.rejects("csms-504-error-absent", {}, "required"),
  incomplete504.rejects(
    "csms-504-code-absent",
    { error: { error_msg: "Gateway timeout." } },
    "required /error",
  ),
  incomplete504.rejects(
    "csms-504-msg-absent",
    { error: { error_code: "CSMS.XXXX" } },
    "required /error",
  ),
  on504.rejects(
    "csms-504-code-number",
    { error: { error_code: 504, error_msg: "Gateway timeout." } },
    "type /error/error_code",
  ),
  on504.rejects("csms-504-no-body", undefined, "type"),
  on504.rejects("csms-504-string", "<html>504</html>", "type"),
];
