import type { RequestCase, ResponseCase, Suite, Wire } from "../../../cases/case.js";
import { type Groups, groupsOf } from "../../../cases/group.js";
import { answeredParcelCases, ID, letter, madeUp, sentParcelCases } from "./parcel.js";

const parcels = "/depots/{depot}/parcels";
const parcel = `${parcels}/{parcel_id}`;
const path = { depot: "7" };
const parcelPath = { depot: "7", parcel_id: ID };
const target = `/depots/7/parcels/${ID}`;
const text = '{"addressee":{"name":"Ada"},"content":{"kind":"letter","pages":1}}';

const wire = (method: string, template: string, success: number, sample: Wire["sample"]): Wire => ({
  method,
  template,
  success,
  refusal: 400,
  sample,
});

const operations: Readonly<Record<string, Wire>> = {
  listParcels: wire("GET", parcels, 200, {
    path,
    query: { zone: "north", state: ["waiting", "lost"], sizes: [1, 2], limit: 50, express: true },
    target: "/depots/7/parcels?zone=north&state=waiting&state=lost&sizes=1,2&limit=50&express=true",
  }),
  createParcel: wire("POST", parcels, 201, {
    path,
    headers: { "X-Request-Key": "monday-1", "X-Priority": "3" },
    body: letter,
    target: "/depots/7/parcels",
    text,
  }),
  getParcel: wire("GET", parcel, 200, { path: parcelPath, target }),
  replaceParcel: wire("PUT", parcel, 200, { path: parcelPath, body: letter, target, text }),
  updateParcel: wire("PATCH", parcel, 200, {
    path: parcelPath,
    body: { note: null },
    target,
    text: '{"note":null}',
  }),
  deleteParcel: wire("DELETE", parcel, 204, { path: parcelPath, target }),
};

/** `listParcels` → `depot-list-parcels` */
function idOf(operation: string): string {
  return `depot-${operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function sampleOf(operation: string): Wire["sample"] {
  return (operations[operation] as Wire).sample;
}

function groups(operation: string): Groups {
  return groupsOf(operation, sampleOf(operation).path);
}

/** The parameters in the path, which every operation has, and the errors that each documents. */
function commonCases(operation: string): [RequestCase[], ResponseCase[]] {
  const { target: _, text: __, ...sample } = sampleOf(operation);
  const id = idOf(operation);
  const { request, response } = groups(operation);
  const inPath = (name: string) =>
    request(madeUp("path"), `/path/${name}`, (value) => ({
      ...sample,
      path: { ...sample.path, [name]: value },
    }));
  const depots = inPath("depot");
  const ids = inPath("parcel_id");
  const problems = (status: string): ResponseCase[] => {
    const body = response(status, madeUp("problem"));
    const problem = { code: "DEPOT.1", message: "No." };
    return [
      body.accepts(`${id}-${status}-problem`, problem),
      body.accepts(`${id}-${status}-open`, { ...problem, field: "depot" }),
      body.rejects(`${id}-${status}-text`, "No.", "type"),
      body.rejects(`${id}-${status}-without-code`, { message: "No." }, "required"),
      body.rejects(`${id}-${status}-without-message`, { code: "DEPOT.1" }, "required"),
      body.rejects(`${id}-${status}-code-number`, { ...problem, code: 1 }, "type /code"),
      body.rejects(`${id}-${status}-message-null`, { ...problem, message: null }, "type /message"),
    ];
  };
  return [
    [
      depots.accepts(`${id}-depot-1`, "1"),
      depots.accepts(`${id}-depot-99`, "99"),
      depots.rejects(`${id}-depot-0`, "0", "minimum"),
      depots.rejects(`${id}-depot-100`, "100", "maximum"),
      depots.rejects(`${id}-depot-name`, "north", "type"),
      depots.rejects(`${id}-depot-half`, "1.5", "type"),
      ...("parcel_id" in sample.path
        ? [ids.accepts(`${id}-parcel-id`, ID), ids.rejects(`${id}-parcel-id-7`, "7", "format")]
        : []),
    ],
    ["400", "401", "404"].flatMap(problems),
  ];
}

const list = groups("listParcels");
const inQuery = (name: string) =>
  list.request(madeUp("query"), `/query/${name}`, (value) => ({
    path,
    query: { zone: "north", [name]: value },
  }));
const query = list.request(madeUp("query"), "/query", (query) => ({ path, query }));
const zones = inQuery("zone");
const states = inQuery("state");
const sizes = inQuery("sizes");
const limits = inQuery("limit");
const express = inQuery("express");
const since = inQuery("since");

const queryCases: readonly RequestCase[] = [
  query.rejects("depot-zone-absent", { limit: 1 }, "required"),
  list
    .request(madeUp("query"), "/query", () => ({ path }))
    .rejects("depot-query-absent", undefined, "required"),
  zones.accepts("depot-zone-north", "north"),
  zones.accepts("depot-zone-south", "south"),
  zones.rejects("depot-zone-west", "west", "enum"),
  zones.rejects("depot-zone-empty", "", "enum"),

  states.accepts("depot-state-1", ["waiting"]),
  states.accepts("depot-state-2", ["sent", "lost"]),
  states.rejects("depot-state-3", ["waiting", "sent", "lost"], "maxItems"),
  states.rejects("depot-state-twice", ["sent", "sent"], "uniqueItems"),
  // Not the last value alone counts.
  states.rejects("depot-state-first-unknown", ["found", "sent"], "enum /query/state/0"),
  states.rejects("depot-state-last-unknown", ["sent", "found"], "enum /query/state/1"),
  states.rejects("depot-state-comma", ["sent,lost"], "enum /query/state/0"),

  sizes.accepts("depot-sizes-1", [1]),
  sizes.accepts("depot-sizes-3", [1, 2, 3]),
  sizes.rejects("depot-sizes-4", [1, 2, 3, 4], "maxItems"),
  sizes.rejects("depot-sizes-0", [1, 0], "minimum /query/sizes/1"),
  sizes.rejects("depot-sizes-name", ["large"], "type /query/sizes/0"),

  limits.accepts("depot-limit-1", 1),
  limits.accepts("depot-limit-100", 100),
  limits.rejects("depot-limit-0", 0, "minimum"),
  limits.rejects("depot-limit-101", 101, "maximum"),
  limits.rejects("depot-limit-half", 1.5, "type"),
  limits.rejects("depot-limit-all", "all", "type"),

  express.accepts("depot-express-true", true),
  express.accepts("depot-express-false", false),
  express.rejects("depot-express-yes", "yes", "type"),

  since.accepts("depot-since-leap-day", "2024-02-29"),
  since.rejects("depot-since-no-leap-day", "2023-02-29", "format"),
  since.rejects("depot-since-yesterday", "yesterday", "format"),
];

const create = groups("createParcel");
const headers = create.request(madeUp("headers"), "/header", (headers) => ({
  path,
  headers,
  body: letter,
}));
const inHeader = (name: string) =>
  create.request(madeUp("headers"), `/header/${name}`, (value) => ({
    path,
    headers: { "X-Request-Key": "monday", [name]: value },
    body: letter,
  }));
const key = inHeader("X-Request-Key");
const priority = inHeader("X-Priority");

const headerCases: readonly RequestCase[] = [
  headers.rejects("depot-key-absent", { "X-Priority": "1" }, "required"),
  headers.rejects("depot-headers-absent", undefined, "required"),
  key.accepts("depot-key-4", "mon1"),
  key.accepts("depot-key-16", "monday-monday-16"),
  key.rejects("depot-key-3", "mon", "minLength"),
  key.rejects("depot-key-17", "monday-monday--17", "maxLength"),
  key.rejects("depot-key-capital", "Monday", "pattern"),
  priority.accepts("depot-priority-1", "1"),
  priority.accepts("depot-priority-9", "9"),
  priority.rejects("depot-priority-0", "0", "minimum"),
  priority.rejects("depot-priority-10", "10", "maximum"),
  priority.rejects("depot-priority-high", "high", "type"),
];

const replace = groups("replaceParcel");
const created = (body?: unknown): RequestCase["request"] => ({
  path,
  headers: { "X-Request-Key": "monday" },
  ...(body !== undefined && { body }),
});

const bodyCases: readonly RequestCase[] = [
  create
    .request(madeUp("body"), "", created)
    .rejects("depot-create-parcel-body-absent", undefined, "required"),
  replace
    .inBody(madeUp("body"), "", (body) => body)
    .rejects("depot-replace-parcel-body-absent", undefined, "required"),
  ...sentParcelCases("depot-create-parcel", (at, put) =>
    create.request(madeUp("parcel"), at, (value) => created(put(value))),
  ),
  ...sentParcelCases("depot-replace-parcel", (at, put) =>
    replace.inBody(madeUp("parcel"), at, put),
  ),
];

const update = groups("updateParcel");
const changes = update.inBody(madeUp("change"), "/body", (body) => body);
const notes = update.inBody(madeUp("change"), "/body/note", (note) => ({ note }));
const labels = update.inBody(madeUp("change"), "/body/labels", (labels) => ({ labels }));

const changeCases: readonly RequestCase[] = [
  changes.accepts("depot-change-absent"),
  changes.accepts("depot-change-1", { note: "" }),
  changes.accepts("depot-change-all", { note: null, labels: [] }),
  changes.rejects("depot-change-0", {}, "minProperties"),
  changes.rejects("depot-change-unknown", { name: "Ada" }, "additionalProperties"),
  changes.rejects("depot-change-text", "note", "type"),
  notes.accepts("depot-change-note-8", "fragile!"),
  notes.rejects("depot-change-note-9", "fragile!!", "maxLength"),
  notes.rejects("depot-change-note-number", 1, "type"),
  labels.accepts("depot-change-labels-2", ["blue", "green"]),
  labels.rejects("depot-change-labels-3", ["blue", "green", "red"], "maxItems"),
  labels.rejects("depot-change-labels-twice", ["blue", "blue"], "uniqueItems"),
  labels.rejects("depot-change-labels-text", "blue", "type"),
  labels.rejects("depot-change-labels-number", [1], "type /body/labels/0"),
];

const page = (at: string, body: (value: unknown) => unknown) =>
  list.response("200", madeUp("page"), at, body);
const pages = page("", (body) => body);
const lists = page("/parcels", (parcels) => ({ parcels, next: null }));
const nexts = page("/next", (next) => ({ parcels: [], next }));
const gone = groups("deleteParcel").response("204", madeUp("nothing"));

const answerCases: readonly ResponseCase[] = [
  pages.accepts("depot-page-open", { parcels: [], next: null, total: 0 }),
  pages.rejects("depot-page-text", "none", "type"),
  pages.rejects("depot-page-without-parcels", { next: null }, "required"),
  pages.rejects("depot-page-without-next", { parcels: [] }, "required"),
  lists.rejects("depot-page-parcels-object", {}, "type"),
  nexts.accepts("depot-page-next", "https://depot.test/parcels?zone=north"),
  nexts.rejects("depot-page-next-relative", "parcels", "format"),
  nexts.rejects("depot-page-next-number", 2, "type"),
  ...answeredParcelCases(
    "depot-page-parcel",
    (at, put) => page(at, (value) => ({ parcels: [put(value)], next: null })),
    "/parcels/0",
  ),
  ...[
    ["createParcel", "201"] as const,
    ...["getParcel", "replaceParcel", "updateParcel"].map((one) => [one, "200"] as const),
  ].flatMap(([operation, status]) =>
    answeredParcelCases(`${idOf(operation)}-answer`, (at, put) =>
      groups(operation).response(status, madeUp("parcel"), at, put),
    ),
  ),
  gone.accepts("depot-gone"),
  gone.rejects("depot-gone-with-body", {}, "content"),
];

const common = Object.keys(operations).map(commonCases);

export const depot: Suite = {
  operations,
  requests: [
    ...common.flatMap(([requests]) => requests),
    ...queryCases,
    ...headerCases,
    ...bodyCases,
    ...changeCases,
  ],
  responses: [...common.flatMap(([, responses]) => responses), ...answerCases],
};
