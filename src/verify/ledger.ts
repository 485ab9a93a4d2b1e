import type { CaseRequest } from "../../generated/contract-cases.js";
import type { Operation } from "./contract.js";
import type { Outcome, Sender } from "./sender.js";
import { isClientError, isGone, isSuccess, isTurnedAway } from "./statuses.js";
import { hasSuffix, headsOf, SUFFIX } from "./suffix.js";
import { keysOf, mirror, removal, removes } from "./tags.js";

/** Tags of one resource that a run has added, or may have added. */
export interface Pending {
  readonly operation: Operation;
  readonly path: CaseRequest["path"];
  readonly keys: readonly string[];
}

/**
 * How likely it is that a tag exists: its request was refused, though the provider may have added
 * it first; nobody knows what became of the request; or it was accepted.
 */
type Likelihood = "refused" | "unknown" | "added";

const LIKELIHOODS: readonly Likelihood[] = ["refused", "unknown", "added"];

/** Knows what a run must remove again. */
export class Ledger {
  readonly #sender: Sender;
  readonly #trustsRefusals: boolean;
  readonly #resources = new Map<string, Resource>();

  /** @param trustsRefusals whether a request that the provider refused is taken to change nothing */
  constructor(sender: Sender, trustsRefusals = false) {
    this.#sender = sender;
    this.#trustsRefusals = trustsRefusals;
  }

  /**
   * Notes, before a request is sent, what it adds if it is carried out.
   * @param isAllowed whether the contract allows it
   * @returns a callback to call with the outcome
   */
  note(
    operation: Operation,
    { path, body }: CaseRequest,
    isAllowed = true,
  ): (outcome: Outcome) => void {
    if (!operation.changesTags) return () => {};
    const { tags } = this.#resource(operation, path);
    const { texts, coerced } = keysOf(body);
    if (isAllowed && removes(body)) return (outcome) => settleRemoval(tags, texts, outcome);

    // A key without the suffix may be somebody else's. A request that the contract does not allow
    // is unlikely to take effect: then such a key is only noted once it was accepted.
    const noted = isAllowed ? texts : texts.filter(hasSuffix);
    const before = new Map(noted.map((key) => [key, tags.get(key)]));
    for (const key of noted) raise(tags, key, "unknown");
    return (outcome) => {
      if (hasNoEffect(outcome)) return restore(tags, before);
      if (hasStatus(outcome, isClientError)) {
        restore(tags, before);
        if (this.#trustsRefusals) return;
        // A provider may add tag by tag until it meets a wrong one, or add first and judge then.
        for (const key of noted.filter(hasSuffix)) raise(tags, key, "refused");
        return;
      }
      const isAccepted = hasStatus(outcome, isSuccess);
      if (isAccepted) for (const key of texts) raise(tags, key, "added");
      if (isAllowed || !isAccepted) return;
      for (const key of noted.flatMap((key) => variantsOf(operation, path, key))) {
        raise(tags, key, "refused");
      }
      for (const key of coerced) raise(tags, key, "added");
    };
  }

  /**
   * Removes what a request has added, or may have added. What that leaves is for `removeAll`.
   * @param isAllowed as for `note`
   */
  async remove(
    operation: Operation,
    { path, body }: CaseRequest,
    outcome: Outcome,
    isAllowed = true,
  ): Promise<void> {
    if (!operation.changesTags) return;
    const { tags } = this.#resource(operation, path);
    const { texts, coerced } = keysOf(body);
    if (!isAllowed && hasStatus(outcome, isSuccess)) {
      await this.#removeMirror(operation, path, body, coerced);
    }
    const variants = texts.flatMap((key) => variantsOf(operation, path, key));
    const keys = [...new Set([...texts, ...coerced, ...variants])].filter((key) => tags.has(key));
    if (!hasStatus(outcome, isClientError)) {
      await this.#removeKeys({ operation, path, keys }, false);
    } else if (keys.length > 1) {
      // Most likely nothing is there; if there is, it must not fill the resource's quota.
      for (const some of batchesOf(operation, path, keys)) {
        await this.#send(operation, path, some, false);
      }
    }
  }

  /**
   * Removes all that is pending, and tries again where that may help.
   * @returns what could not be removed
   */
  async removeAll(): Promise<Pending[]> {
    for (const pending of this.pending()) await this.#removeKeys(pending, true);
    return this.pending();
  }

  pending(): Pending[] {
    return [...this.#resources.values()]
      .filter(({ tags }) => tags.size > 0)
      .map(({ operation, path, tags }) => ({ operation, path, keys: [...tags.keys()] }));
  }

  /** Has the provider read the same body again, as a removal this time. */
  async #removeMirror(
    operation: Operation,
    path: CaseRequest["path"],
    body: unknown,
    coerced: readonly string[],
  ): Promise<void> {
    const same = mirror(body);
    if (same === undefined) return;
    const { tags } = this.#resource(operation, path);
    const outcome = await this.#sender.send(operation, { path, body: same });
    // Which keys the provider made of it is a guess, and now the less likely one.
    if (hasStatus(outcome, isSuccess)) for (const key of coerced) tags.set(key, "refused");
  }

  async #removeKeys({ operation, path, keys }: Pending, persistent: boolean): Promise<void> {
    const { tags } = this.#resource(operation, path);
    for (const some of batchesOf(operation, path, keys)) {
      const added = some.filter((key) => tags.get(key) === "added");
      const outcome = await this.#send(operation, path, some, persistent);
      if (!hasStatus(outcome, isClientError) || hasStatus(outcome, isTurnedAway)) continue;
      for (const key of some) {
        // One that is absent, or wrong, has all of them refused.
        const single =
          some.length === 1 ? outcome : await this.#send(operation, path, [key], persistent);
        // It was accepted and is not there: the provider has made another key of it.
        if (added.includes(key) && hasStatus(single, isGone)) {
          await this.#removeVariants(operation, path, key, persistent);
        }
      }
    }
  }

  async #removeVariants(
    operation: Operation,
    path: CaseRequest["path"],
    key: string,
    persistent: boolean,
  ): Promise<void> {
    const { tags } = this.#resource(operation, path);
    const variants = variantsOf(operation, path, key).filter((variant) => !tags.has(variant));
    for (const variant of variants) {
      tags.set(variant, "refused");
      await this.#send(operation, path, [variant], persistent);
    }
  }

  async #send(
    operation: Operation,
    path: CaseRequest["path"],
    keys: readonly string[],
    persistent: boolean,
  ): Promise<Outcome> {
    const { tags } = this.#resource(operation, path);
    const request = { path, body: removal(keys) };
    const outcome = await this.#sender.send(operation, request, { persistent });
    settleRemoval(tags, keys, outcome);
    return outcome;
  }

  #resource(operation: Operation, path: CaseRequest["path"]): Resource {
    const id = JSON.stringify([operation.id, path]);
    const resource = this.#resources.get(id) ?? { operation, path, tags: new Map() };
    this.#resources.set(id, resource);
    return resource;
  }
}

interface Resource {
  readonly operation: Operation;
  readonly path: CaseRequest["path"];
  /** By key. */
  readonly tags: Tags;
}

type Tags = Map<string, Likelihood>;

function raise(tags: Tags, key: string, likelihood: Likelihood): void {
  const known = tags.get(key);
  if (known === undefined || LIKELIHOODS.indexOf(likelihood) > LIKELIHOODS.indexOf(known)) {
    tags.set(key, likelihood);
  }
}

function restore(tags: Tags, before: ReadonlyMap<string, Likelihood | undefined>): void {
  for (const [key, likelihood] of before) {
    if (likelihood === undefined) tags.delete(key);
    else tags.set(key, likelihood);
  }
}

function settleRemoval(tags: Tags, keys: readonly string[], outcome: Outcome): void {
  // That one of several is gone does not say that the others are.
  const isAbsent = keys.length === 1 && hasStatus(outcome, isGone);
  const isRemoved = isAbsent || hasStatus(outcome, isSuccess);
  const isDismissed = keys.length === 1 && hasStatus(outcome, isClientError);
  for (const key of keys) {
    if (isRemoved || (isDismissed && tags.get(key) === "refused")) tags.delete(key);
  }
}

/** What a provider that cleans up its input may have made of a key; without the key itself. */
function variantsOf(operation: Operation, path: CaseRequest["path"], key: string): string[] {
  if (!hasSuffix(key)) return [];
  const variants = [
    key.trim(),
    key.normalize("NFC"),
    key.normalize("NFKC"),
    key.toLowerCase(),
    key.toUpperCase(),
    ...headsOf(key).filter(hasSuffix),
    cut(operation, path, key),
  ];
  return [...new Set(variants)].filter((variant) => variant !== key);
}

/** The longest beginning that the contract allows, if it still shows whose it is. */
function cut(operation: Operation, path: CaseRequest["path"], key: string): string {
  const characters = [...key];
  for (let length = characters.length; length > 0; length--) {
    const beginning = characters.slice(0, length).join("");
    if (!beginning.includes(SUFFIX.slice(0, 4))) return key;
    if (canBeRemoved(operation, path, [beginning])) return beginning;
  }
  return key;
}

/** As many keys at a time as the contract lets a request remove. */
function batchesOf(
  operation: Operation,
  path: CaseRequest["path"],
  keys: readonly string[],
): string[][] {
  const sample = keys.map((_, index) => `${index}${SUFFIX}`);
  let size = keys.length;
  while (size > 1 && !canBeRemoved(operation, path, sample.slice(0, size))) size--;
  const batches: string[][] = [];
  for (let start = 0; start < keys.length; start += size) {
    batches.push(keys.slice(start, start + size));
  }
  return batches;
}

function canBeRemoved(
  { validateRequest }: Operation,
  path: CaseRequest["path"],
  keys: readonly string[],
): boolean {
  const violations = validateRequest({ path, body: removal(keys) });
  return violations.every(({ pointer }) => !pointer.startsWith("/body"));
}

function hasStatus(outcome: Outcome, is: (status: number) => boolean): boolean {
  return "status" in outcome && is(outcome.status);
}

/** Whether a request was certainly not carried out. */
function hasNoEffect(outcome: Outcome): boolean {
  if ("status" in outcome) return isTurnedAway(outcome.status);
  const { failure, begun, isUnsent } = outcome;
  return begun === undefined
    ? isUnsent || ["refused", "unresolved", "tls"].includes(failure)
    : isTurnedAway(begun);
}
