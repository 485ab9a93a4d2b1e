import type { CaseRequest } from "./case.js";
import type { Operation } from "./contract.js";
import { isMarked } from "./mark.js";
import type { Outcome, Sender } from "./sender.js";
import { isClientError, isGone, isSuccess } from "./statuses.js";
import { keysOf, removal, removes } from "./tags.js";

/** Tags of one resource that a run has added, or may have. */
export interface Held {
  readonly operation: Operation;
  readonly path: CaseRequest["path"];
  readonly keys: readonly string[];
}

/** Knows what a run has to remove again. */
export class Ledger {
  readonly #sender: Sender;
  readonly #resources = new Map<string, Resource>();

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /**
   * Takes down what a request adds if it is carried out, before it is sent.
   * @param isAllowed whether the contract allows it. What it does not allow is hardly carried out:
   *   then keys that may be somebody else's are held only where it is accepted.
   * @returns what wants to be told how it went
   */
  note(
    operation: Operation,
    { path, body }: CaseRequest,
    isAllowed = true,
  ): (outcome: Outcome) => void {
    const { keys } = this.#resource(operation, path);
    const named = keysOf(body);
    if (removes(body)) {
      return (outcome) => {
        // That one of several is gone does not say that the others are.
        const isAbsent = named.length === 1 && hasStatus(outcome, isGone);
        if (isAbsent || hasStatus(outcome, isSuccess)) strike(named);
      };
    }
    // What an earlier request may have added stays, also where this one is refused.
    const fresh = named.filter((key) => !keys.has(key));
    for (const key of fresh) if (isAllowed || isMarked(key)) keys.add(key);
    return (outcome) => {
      if (hasNoEffect(outcome)) strike(fresh);
      if (hasStatus(outcome, isSuccess)) for (const key of fresh) keys.add(key);
    };

    function strike(some: readonly string[]): void {
      for (const key of some) keys.delete(key);
    }
  }

  /** Removes what is held of the keys of a request. What that leaves is for `removeAll`. */
  async remove(operation: Operation, { path, body }: CaseRequest): Promise<void> {
    const { keys } = this.#resource(operation, path);
    const held = keysOf(body).filter((key) => keys.has(key));
    await this.#remove({ operation, path, keys: held }, false);
  }

  /**
   * Removes all that is held, with patience.
   * @returns what could not be removed
   */
  async removeAll(): Promise<Held[]> {
    for (const held of this.held()) await this.#remove(held, true);
    return this.held();
  }

  held(): Held[] {
    return [...this.#resources.values()]
      .filter(({ keys }) => keys.size > 0)
      .map((resource) => ({ ...resource, keys: [...resource.keys] }));
  }

  async #remove({ operation, path, keys }: Held, persistent: boolean): Promise<void> {
    const remove = async (some: readonly string[]): Promise<Outcome> => {
      const request = { path, body: removal(some) };
      const settle = this.note(operation, request);
      const outcome = await this.#sender.send(operation, request, { persistent });
      settle(outcome);
      return outcome;
    };
    if (keys.length === 0) return;
    const outcome = await remove(keys);
    // They may be too many, and one that is gone, or wrong, has all refused.
    if (keys.length > 1 && hasStatus(outcome, isClientError)) {
      for (const key of keys) await remove([key]);
    }
  }

  #resource(operation: Operation, path: CaseRequest["path"]): Resource {
    const id = JSON.stringify([operation.id, path]);
    const resource = this.#resources.get(id) ?? { operation, path, keys: new Set() };
    this.#resources.set(id, resource);
    return resource;
  }
}

interface Resource {
  readonly operation: Operation;
  readonly path: CaseRequest["path"];
  readonly keys: Set<string>;
}

function hasStatus(outcome: Outcome, is: (status: number) => boolean): boolean {
  return "status" in outcome && is(outcome.status);
}

/** Whether a request certainly has not been carried out. */
function hasNoEffect(outcome: Outcome): boolean {
  if ("status" in outcome) return isClientError(outcome.status);
  const { failure, begun } = outcome;
  return begun === undefined
    ? ["refused", "unresolved", "tls"].includes(failure)
    : isClientError(begun);
}
