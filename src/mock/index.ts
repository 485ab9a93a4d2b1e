export {
  createMock,
  type Mock,
  type MockOperation,
  type MockOptions,
  type MockRequest,
  type MockResponse,
} from "./mock.js";
export { type RunningMock, type StartMockOptions, startMock } from "./server.js";
export type { Violation } from "./violations.js";
