import type { Result } from "../verify/report.js";
import type { Output } from "./io.js";

/** A line that is overwritten on a terminal; nothing elsewhere, as in CI. */
export class Progress {
  readonly #output: Output;
  readonly #total: number;
  #done = 0;
  #errors = 0;
  #warnings = 0;
  #shownAt = -Infinity;

  constructor(output: Output, total: number) {
    this.#output = output;
    this.#total = total;
  }

  show({ id, outcome }: Result): void {
    this.#done++;
    if (outcome === "error") this.#errors++;
    if (outcome === "warning") this.#warnings++;
    // More often is not visible.
    if (!this.#output.isTTY || performance.now() - this.#shownAt < 50) return;
    this.#shownAt = performance.now();
    const counts = `${this.#done}/${this.#total}  ${this.#errors} errors  ${this.#warnings} warnings`;
    this.#output.write(`\r\x1b[K${`${counts}  ${id}`.slice(0, 79)}`);
  }

  clear(): void {
    if (this.#output.isTTY) this.#output.write("\r\x1b[K");
  }
}
