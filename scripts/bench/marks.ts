import { findFigure, numberOf, type Table, type Unit } from "./table.js";

/** What a figure should reach; the marks are aims, and a run that misses one does not fail. */
export interface Mark {
  readonly what: string;
  /** Address of the figure: table, row and column. */
  readonly figure: string;
  /** Address of the figure to divide it by. */
  readonly over?: string;
  readonly unit: Unit;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export const marks: readonly Mark[] = [
  {
    what: "token, one by one, beside raw fetch",
    figure: "calls/token/sequential",
    unit: "×",
    atLeast: 1.1,
  },
  {
    what: "token, 50 at a time, beside raw fetch",
    figure: "calls/token/concurrent",
    unit: "×",
    atLeast: 1.25,
  },
  {
    what: "token, one by one, beside the vendor's SDK",
    figure: "calls/token/sequential",
    over: "calls/sdk/sequential",
    unit: "×",
    atLeast: 1.6,
  },
  {
    what: "token, 50 at a time, beside the vendor's SDK",
    figure: "calls/token/concurrent",
    over: "calls/sdk/concurrent",
    unit: "×",
    atLeast: 2.2,
  },
  {
    what: "token, over openapi-fetch",
    figure: "overhead/token/over-openapi-fetch",
    unit: "µs",
    atMost: 5,
  },
  {
    what: "token, over openapi-fetch's floor",
    figure: "overhead/token/over-floor",
    unit: "µs",
    atMost: 5,
  },
  {
    what: "generated, ASCII, valid",
    figure: "validation/generated/ascii-valid",
    unit: "µs",
    atMost: 2.5,
  },
  { what: "this package", figure: "import/this/over-empty", unit: "ms", atMost: 10 },
  { what: "token, brotli", figure: "size/token/brotli", unit: "B", atMost: 4500 },
  {
    what: "1000 operations, beside openapi-typescript",
    figure: "generate/1000/ratio",
    unit: "×",
    atMost: 2,
  },
  {
    what: "linear: an operation of 1000 beside one of 100",
    figure: "generate/1000/per-operation",
    over: "generate/100/per-operation",
    unit: "×",
    atMost: 1.2,
  },
  { what: "next start to its first 204", figure: "mock/own/start", unit: "ms", atMost: 50 },
];

export interface JudgedMark extends Mark {
  readonly value: number;
  readonly met: boolean;
}

/** The marks whose figures have been measured. */
export function judgeMarks(tables: readonly Table[]): JudgedMark[] {
  return marks.flatMap((mark) => {
    const figure = findFigure(tables, mark.figure);
    const other = mark.over === undefined ? 1 : findFigure(tables, mark.over);
    if (figure === undefined || other === undefined) return [];
    const value = numberOf(figure) / numberOf(other);
    const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = mark;
    return [{ ...mark, value, met: value >= atLeast && value <= atMost }];
  });
}
