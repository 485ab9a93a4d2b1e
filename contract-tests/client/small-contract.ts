// What a client must do wherever it runs. Nothing of Node's here: a browser runs it too.

import {
  ApiError,
  akSk,
  createDewTagsClient,
  RequestValidationError,
  TransportError,
  token,
} from "huaweicloud-dew-tags";

export interface Outcome {
  readonly step: string;
  readonly outcome: unknown;
}

const path = {
  project_id: "0123456789abcdef0123456789abcdef",
  secret_id: "bb6a3d22/dc93 标签",
};
const tags = [{ key: "环境", value: "prod" }];

/**
 * @param mock base URL of a mock
 * @param redirecting base URL of a server that redirects everything
 * @param closed base URL where nothing listens
 */
export async function runSmallContract(
  mock: string,
  redirecting: string,
  closed: string,
): Promise<Outcome[]> {
  const make = (baseUrl: string, auth = token(async () => "t")) =>
    createDewTagsClient({ baseUrl, auth, retry: false });
  const call = (
    dew: ReturnType<typeof make>,
    body: { readonly action: "create" | "delete"; readonly tags: typeof tags },
    headers: Record<string, string> = {},
  ) => dew.batchCreateOrDeleteTags({ params: { path }, body, headers });
  const body = { action: "create", tags } as const;

  const steps: Record<string, () => Promise<unknown>> = {
    "a request with a token is accepted": async () =>
      (await call(make(mock), body)).response.status,
    "a signed request is accepted": async () => {
      const auth = akSk({ accessKey: "AK", secretKey: "SK", securityToken: "ST", projectId: "P" });
      return (await call(make(mock, auth), body)).response.status;
    },
    "a bad request is not sent": () =>
      call(make(mock), { ...body, tags: [{ key: "_sys_", value: "" }] }),
    "a documented error is an ApiError": async () => {
      const { error } = await call(make(mock), body, { Prefer: "code=404" });
      return [error instanceof ApiError, error?.status, error?.code, typeof error?.requestId];
    },
    "a redirect is not followed": () => call(make(redirecting), body),
    "where nothing listens, there is no answer": async () => {
      const error: unknown = await call(make(closed), body).catch((reason: unknown) => reason);
      // A browser does not say why.
      return error instanceof TransportError && ["refused", "network"].includes(error.kind);
    },
  };

  const outcomes: Outcome[] = [];
  for (const [step, run] of Object.entries(steps)) {
    outcomes.push({ step, outcome: await run().catch(describe) });
  }
  return outcomes;
}

function describe(error: unknown): unknown {
  if (error instanceof RequestValidationError) return error.violations;
  if (error instanceof TransportError) return [error.name, error.kind, error.attempts];
  return String(error);
}
