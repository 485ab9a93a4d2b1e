export type { Violation } from "../../generated/validators.js";
export { type MswHttp, mswHandlers } from "./msw.js";
export {
  createTestService,
  type ForcedAnswer,
  type RecordedCall,
  type TestService,
} from "./service.js";
