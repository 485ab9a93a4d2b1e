import type { MockRequest } from "huaweicloud-dew-tags/mock";
import { JSON_TYPE } from "./requests.js";

/** A document that shares no name with the contract, with this schema of a request body. */
export function paint(schema: object, errors: object = {}) {
  const content: Record<string, { schema: object }> = { "application/json": { schema } };
  return {
    openapi: "3.1.0",
    info: { title: "Paint", version: "1" },
    paths: {
      "/paint/{Colour}": {
        post: {
          operationId: "paint",
          parameters: [
            { name: "Colour", in: "path", required: true, schema: { enum: ["red"] } },
            { name: "Size", in: "query", schema: { type: "integer" } },
            { name: "X-Shade", in: "header", schema: { type: "integer" } },
          ],
          requestBody: { required: true, content },
          responses: { 201: { description: "" }, ...errors },
        },
      },
      "/paint/all": { post: { operationId: "paintAll", responses: { 204: { description: "" } } } },
    },
  };
}

/** A response of that document. */
export const jsonOf = (example: object) => ({
  description: "",
  content: { "application/json": { example } },
});

export function post(body: unknown, headers: object = {}): MockRequest {
  return {
    method: "POST",
    path: "/paint/red",
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify(body),
  };
}
