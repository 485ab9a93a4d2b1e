import type { RequestCase, ResponseCase, Source } from "../../../cases/case.js";
import type { Group } from "../../../cases/group.js";

/** Makes the group of the cases with one value in one place. */
type GroupAt<Case> = (at: string, put: (value: unknown) => unknown) => Group<Case>;

export const ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";

export const letter = { addressee: { name: "Ada" }, content: { kind: "letter", pages: 1 } };
const box = { kind: "box", width: 0.5, height: 10.5 };

/**
 * A parcel, wherever one is sent or answered.
 *
 * @param root JSON pointer to the parcel
 * @param base what a parcel has there beside addressee and content
 */
function parcelCases<Case extends RequestCase | ResponseCase>(
  id: string,
  group: GroupAt<Case>,
  root: string,
  base: object,
): Case[] {
  const whole = group(root, (parcel) => parcel);
  const parcel = { ...base, ...letter };
  const { addressee: _, ...unaddressed } = parcel;
  const { content: __, ...empty } = parcel;
  const addressee = group(`${root}/addressee`, (addressee) => ({ ...parcel, addressee }));
  const ofAddressee = (property: string) =>
    group(`${root}/addressee/${property}`, (value) => ({
      ...parcel,
      addressee: { name: "Ada", [property]: value },
    }));
  const name = ofAddressee("name");
  const email = ofAddressee("email");
  const note = ofAddressee("note");
  const at = `${root}/content`;
  const content = group(at, (content) => ({ ...parcel, content }));
  const labels = group(`${root}/labels`, (labels) => ({ ...parcel, labels }));
  // Ajv reports every branch of oneOf: this is what the other branch says.
  const otherBranch = [`required ${at}`, `const ${at}/kind`, "oneOf"];
  const wrong = (name: string, value: object, ...violations: string[]) =>
    content.rejects(`${id}-${name}`, value, ...violations, ...otherBranch);
  return [
    whole.accepts(`${id}-letter`, parcel),
    whole.accepts(`${id}-open`, { ...parcel, weight: 3, content: { ...letter.content, stamp: 1 } }),
    whole.accepts(`${id}-box`, { ...parcel, content: box }),
    whole.rejects(`${id}-no-object`, "parcel", "type"),
    whole.rejects(`${id}-unaddressed`, unaddressed, "required"),
    whole.rejects(`${id}-without-content`, empty, "required"),

    addressee.accepts(`${id}-addressee-full`, { name: "A", email: "a@a.test", note: "fragile!" }),
    addressee.rejects(`${id}-addressee-text`, "Ada", "type"),
    addressee.rejects(`${id}-addressee-nameless`, {}, "required"),
    addressee.rejects(`${id}-addressee-unknown`, { name: "Ada", age: 36 }, "additionalProperties"),
    name.accepts(`${id}-name-1`, "A"),
    name.accepts(`${id}-name-10`, "Ada-Ada-10"),
    name.rejects(`${id}-name-0`, "", "minLength"),
    name.rejects(`${id}-name-11`, "Ada-Ada--11", "maxLength"),
    name.rejects(`${id}-name-number`, 1, "type"),
    email.rejects(`${id}-email-nowhere`, "ada", "format"),
    email.rejects(`${id}-email-number`, 1, "type"),
    note.accepts(`${id}-note-null`, null),
    note.rejects(`${id}-note-9`, "fragile!!", "maxLength"),
    note.rejects(`${id}-note-number`, 1, "type"),

    content.rejects(`${id}-content-number`, 1, "type", "oneOf"),
    wrong("content-other", { kind: "crate" }),
    content.rejects(`${id}-letter-kindless`, { pages: 1 }, "required", "oneOf"),
    wrong("letter-pages-absent", { kind: "letter" }),
    wrong("letter-pages-0", { kind: "letter", pages: 0 }, `minimum ${at}/pages`),
    wrong("letter-pages-half", { kind: "letter", pages: 1.5 }, `type ${at}/pages`),
    content.accepts(`${id}-box-height-absent`, { kind: "box", width: 1 }),
    content.rejects(`${id}-box-kindless`, { width: 1 }, "required", "oneOf"),
    wrong("box-width-absent", { kind: "box" }),
    wrong("box-width-0", { ...box, width: 0 }, `exclusiveMinimum ${at}/width`),
    wrong("box-width-text", { ...box, width: "1" }, `type ${at}/width`),
    wrong("box-height-odd", { ...box, height: 0.3 }, `multipleOf ${at}/height`),
    wrong("box-height-text", { ...box, height: "1" }, `type ${at}/height`),

    labels.accepts(`${id}-labels-2`, { colour: "green", "a/b": "" }),
    labels.rejects(`${id}-labels-3`, { a: "", b: "", c: "" }, "maxProperties"),
    labels.rejects(`${id}-labels-text`, "green", "type"),
    labels.rejects(`${id}-label-6`, { colour: "violet" }, `maxLength ${root}/labels/colour`),
    labels.rejects(`${id}-label-number`, { colour: 1 }, `type ${root}/labels/colour`),
  ];
}

/** What only a request has: it need not tell the id, and may tell the code. */
export function sentParcelCases(id: string, group: GroupAt<RequestCase>): RequestCase[] {
  const code = group("/body/pickup_code", (pickup_code) => ({ ...letter, pickup_code }));
  return [
    ...parcelCases(id, group, "/body", {}),
    code.accepts(`${id}-code`, "0420"),
    code.rejects(`${id}-code-3`, "042", "pattern"),
    code.rejects(`${id}-code-number`, 420, "type"),
  ];
}

/** What only a response has: it tells the id. */
export function answeredParcelCases(
  id: string,
  group: GroupAt<ResponseCase>,
  root = "",
): ResponseCase[] {
  const whole = group(root, (parcel) => parcel);
  const ids = group(`${root}/id`, (value) => ({ ...letter, id: value }));
  const times = group(`${root}/created_at`, (created_at) => ({ ...letter, id: ID, created_at }));
  return [
    ...parcelCases(id, group, root, { id: ID }),
    whole.rejects(`${id}-id-absent`, letter, "required"),
    ids.rejects(`${id}-id-other`, "7", "format"),
    ids.rejects(`${id}-id-number`, 7, "type"),
    times.accepts(`${id}-time`, "2024-02-29T12:00:00Z"),
    times.rejects(`${id}-time-other`, "yesterday", "format"),
    times.rejects(`${id}-time-number`, 1, "type"),
  ];
}

export const madeUp = (table: string): Source => ({ page: "ours", table });
