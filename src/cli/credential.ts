import { readFileSync } from "node:fs";
import { akSk } from "../client/auth/ak-sk.js";
import type { Auth } from "../client/auth/auth.js";
import { token } from "../client/auth/token.js";
import type { Io } from "./io.js";
import { UsageError } from "./usage-error.js";

export interface Credential {
  readonly auth: Auth;
  /** Where it comes from, for people. */
  readonly origin: string;
  /** What must never be shown. */
  readonly secrets: readonly string[];
  /** Shown in curl lines if it is no secret. */
  readonly placeholder?: string;
}

/** A signature holds for one request and a few minutes, and the path of a secret is nobody's business. */
const CURL_NOTE = "; the curl commands of a report read a token from HUAWEICLOUD_TOKEN";

/** Fakes rarely check a token, but require one. */
const PLACEHOLDER = "any";

/**
 * Finds a credential in a file or in the environment variables that the vendor's tools use. Never
 * on the command line, which everybody on the machine can read.
 * @throws UsageError
 */
export function readCredential(
  env: Io["env"],
  tokenFile: string | undefined,
  isLoopback: boolean,
): Credential {
  const read = (name: string): string | undefined => env[name]?.trim() || undefined;
  const userToken = tokenFile === undefined ? read("HUAWEICLOUD_TOKEN") : readToken(tokenFile);
  const origin = tokenFile === undefined ? "HUAWEICLOUD_TOKEN" : `--token-file${CURL_NOTE}`;
  const accessKey = read("HUAWEICLOUD_SDK_AK");
  const secretKey = read("HUAWEICLOUD_SDK_SK");
  const securityToken = read("HUAWEICLOUD_SDK_SECURITY_TOKEN");
  const projectId = read("HUAWEICLOUD_SDK_PROJECT_ID");
  const secrets = [userToken, accessKey, secretKey, securityToken].filter(
    (secret) => secret !== undefined,
  );
  try {
    if (userToken !== undefined) {
      return { auth: token(userToken), origin: `the token of ${origin}`, secrets };
    }
    if (accessKey !== undefined && secretKey !== undefined) {
      const auth = akSk({
        accessKey,
        secretKey,
        ...(securityToken === undefined ? {} : { securityToken }),
        ...(projectId === undefined ? {} : { projectId }),
      });
      return { auth, origin: `a signature by HUAWEICLOUD_SDK_AK and _SK${CURL_NOTE}`, secrets };
    }
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (accessKey !== undefined || secretKey !== undefined) {
    throw new UsageError(
      "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK go together, and one is not set",
    );
  }
  if (isLoopback) {
    return {
      auth: token(PLACEHOLDER),
      origin: `the placeholder "${PLACEHOLDER}"`,
      secrets: [],
      placeholder: PLACEHOLDER,
    };
  }
  throw new UsageError(
    "HUAWEICLOUD_TOKEN is not set: set it, or HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or give --token-file",
  );
}

function readToken(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new UsageError(`--token-file cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  if (text === "") throw new UsageError("--token-file is empty");
  return text;
}
