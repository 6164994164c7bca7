import { expect, test } from "vitest";
import { createVault } from "./vault.ts";

const vault = createVault("a secret of the house, long enough");

test("what is sealed opens again, and two seals of the same differ", () => {
  const token = { access: "чай", refresh: ["x", 1, null] };
  const sealed = vault.seal(token, "channel:1");
  expect(vault.open(sealed, "channel:1")).toEqual(token);
  expect(vault.seal(token, "channel:1")).not.toBe(sealed);
  expect(sealed).not.toContain("refresh");
});

test("a seal opens for its own purpose and with its own secret only", () => {
  const sealed = vault.seal("token", "channel:1");
  expect(() => vault.open(sealed, "channel:2")).toThrow();
  expect(() => createVault("another secret of another house").open(sealed, "channel:1")).toThrow();
});

test("a seal that was altered, cut short or never made is refused", () => {
  const sealed = vault.seal("token", "p");
  for (let index = 3; index < sealed.length; index += 1) {
    const other = sealed[index] === "A" ? "B" : "A";
    const altered = `${sealed.slice(0, index)}${other}${sealed.slice(index + 1)}`;
    const isSame = Buffer.from(altered.slice(3), "base64url").equals(
      Buffer.from(sealed.slice(3), "base64url"),
    );
    if (!isSame) expect(() => vault.open(altered, "p")).toThrow();
  }
  for (const cut of [
    "",
    "v1.",
    sealed.slice(0, 20),
    sealed.slice(0, -2),
    "plain text",
    `v2${sealed.slice(2)}`,
  ])
    expect(() => vault.open(cut, "p")).toThrow();
});

test("a fingerprint tells the same from the different, for one purpose and one house", () => {
  const print = vault.fingerprint({ a: 1 }, "x");
  expect(vault.fingerprint({ a: 1 }, "x")).toBe(print);
  expect(vault.fingerprint({ a: 2 }, "x")).not.toBe(print);
  expect(vault.fingerprint({ a: 1 }, "y")).not.toBe(print);
  expect(createVault("another secret of another house").fingerprint({ a: 1 }, "x")).not.toBe(print);
});
