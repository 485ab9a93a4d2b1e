// A child process: serves the mock of this package.

import { loadMock } from "./ours.js";

const { startMock } = await loadMock();
const { url } = await startMock();
process.send?.(url);
process.once("disconnect", () => process.exit());
