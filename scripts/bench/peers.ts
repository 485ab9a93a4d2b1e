import { fileURLToPath } from "node:url";
import { installFolder } from "../lib/install-folder.js";

/** Installs the peers that this folder's package.json pins, unless they are there. */
export function installPeers(): void {
  // ky asks for Node 22, and runs on 20 all the same.
  installFolder(fileURLToPath(new URL(".", import.meta.url)), ["--engine-strict=false"]);
}
