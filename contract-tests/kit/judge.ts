import type { RequestCase, ResponseCase } from "../cases/index.js";

export interface Violation {
  readonly pointer: string;
  readonly keyword: string;
}

/** What a judge says of a request or a response. */
export interface Judgement {
  readonly verdict: "accept" | "reject";
  readonly violations: readonly Violation[];
  /** The judge could not name all violations: none is wrong, but some may be missing. */
  readonly partial?: true;
}

/**
 * Something that can tell whether the contract allows a request.
 *
 * `judge` throws where it gets no verdict at all: the document lacks the operation, or the answer
 * is one that nobody documented.
 */
export interface Judge<Case = RequestCase> {
  readonly name: string;
  judge(subject: Case): Judgement | Promise<Judgement>;
  /** Frees what it holds. */
  close?(): Promise<void>;
}

export type ResponseJudge = Judge<ResponseCase>;
