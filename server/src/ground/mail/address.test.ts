import { expect, test } from "vitest";
import { Address, parseAddress } from "./address.ts";

test("an address is read into one spelling: the domain in small ASCII letters, the name as it is", () => {
  expect(parseAddress("  Olga@Example.COM ")).toBe("Olga@example.com");
  expect(parseAddress("olga@чай.рф")).toBe("olga@xn--80as4b.xn--p1ai");
  expect(parseAddress("почта@bücher.example")).toBe("почта@xn--bcher-kva.example");
  expect(parseAddress("o'neil+tea.news@mail.example.co.uk")).toBe("o'neil+tea.news@mail.example.co.uk");
});

test.each([
  ["no @ in it", "olga.example.com"],
  ["two addresses", "olga@a.example,oleg@b.example"],
  ["a header after it", "olga@a.example\r\nBcc: all@b.example"],
  ["a header in its name", "olga\nBcc: x@a.example"],
  ["a name around it", "Olga <olga@a.example>"],
  ["a quoted name", '"olga b"@a.example'],
  ["an address literal", "olga@[127.0.0.1]"],
  ["no domain with a dot", "olga@localhost"],
  ["digits alone as its domain", "olga@127.0.0.1"],
  ["two dots", "ol..ga@a.example"],
  ["a dot at the end of the name", "olga.@a.example"],
  ["a mark that turns the text round", "olga\u202e@a.example"],
  ["a name of 65 characters", `${"o".repeat(65)}@a.example`],
  [
    "more than 254 characters",
    `o@${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(20)}.example`,
  ],
  ["nothing", ""],
])("what has %s is no address", (_what, text) => {
  expect(parseAddress(text)).toBeUndefined();
  expect(Address.safeParse(text).error?.issues[0]?.message).toContain("is no e-mail address");
});
