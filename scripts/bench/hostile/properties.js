// A child process: node properties.js SETUP, with the `count` of properties that are too many.

import { requestValidators } from "../../../dist/generated/validators.js";
import { printCost } from "./cost.js";

const { operationId, pathParams, body, count } = JSON.parse(process.argv[2] ?? "");
const validate = requestValidators[operationId];
const names = Array.from({ length: count }, (_, index) => [`unknown-${index}`, index]);
const request = { path: pathParams, body: { ...body, ...Object.fromEntries(names) } };
await printCost(() => {
  if (validate(request).length === 0) throw new Error("the request was taken for valid");
});
