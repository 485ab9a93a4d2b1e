import type { ResponseCase, Source } from "./case.js";
import type { Groups } from "./group.js";

export const required: Source = { page: "ours", table: "the properties of an error are mandatory" };

/** The ids of the cases that every status of an error has. */
interface Ids {
  readonly documented: string;
  readonly extra: string;
  readonly errorAbsent: string;
  readonly codeAbsent: string;
  readonly messageAbsent: string;
  readonly codeNumber: string;
  readonly noBody: string;
  readonly string: string;
}

type ErrorCases = (
  status: string,
  source: Source,
  error_code: string,
  error_msg: string,
  ids: Ids,
) => ResponseCase[];

/** What holds of the body of each error status. */
export function errorCasesOf(response: Groups["response"]): ErrorCases {
  return (status, source, error_code, error_msg, ids) => {
    const body = response(status, source);
    const incomplete = response(status, required);
    const withNumber = { error: { error_code: Number(status), error_msg } };
    return [
      body.accepts(ids.documented, { error: { error_code, error_msg } }),
      body.accepts(ids.extra, {
        error: { error_code, error_msg, details: [] },
        request_id: "0123456789abcdef0123456789abcdef",
      }),
      incomplete.rejects(ids.errorAbsent, {}, "required"),
      incomplete.rejects(ids.codeAbsent, { error: { error_msg } }, "required /error"),
      incomplete.rejects(ids.messageAbsent, { error: { error_code } }, "required /error"),
      body.rejects(ids.codeNumber, withNumber, "type /error/error_code"),
      body.rejects(ids.noBody, undefined, "type"),
      body.rejects(ids.string, `<html>${status}</html>`, "type"),
    ];
  };
}
