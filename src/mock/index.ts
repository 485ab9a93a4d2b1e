export type { MockRequest, MockResponse } from "./message.js";
export { createMock, type Mock, type MockOperation, type MockOptions } from "./mock.js";
export { type RunningMock, type StartMockOptions, startMock } from "./server.js";
export type { Violation } from "./violations.js";
