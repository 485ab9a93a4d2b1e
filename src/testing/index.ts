export type { Violation } from "../../generated/validators.js";
export type { ForcedAnswer } from "./forced-answer.js";
export { type MswHttp, mswHandlers } from "./msw.js";
export { createTestService, type RecordedCall, type TestService } from "./service.js";
