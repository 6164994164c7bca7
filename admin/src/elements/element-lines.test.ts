import { expect, test } from "vitest";
import { elementKinds, type ElementKind } from "./element-kinds.ts";
import { elementLine, scriptLine } from "./element-lines.ts";

const where = { origin: "https://s.example", siteKey: "k", fallback: "Comments" };

function kindOf(id: string): ElementKind {
  const kind = elementKinds.find((one) => one.id === id);
  if (!kind) throw new Error(`There is no ${id}`);
  return kind;
}

test("an element as it is needs no attributes but its site and its place", () => {
  expect(elementLine(kindOf("letters"), { heading: " ", theme: "" }, where)).toBe(
    '<script type="module" src="https://s.example/w/letters.js"></script><samovar-letters site="k" style="display:block;min-block-size:14rem"><a href="https://s.example/letters/k/form">Comments</a></samovar-letters>',
  );
});

test("the talk's link tells our page which page it stands on", () => {
  expect(elementLine(kindOf("talk"), {}, where)).toContain(
    '<a href="https://s.example/talk/k/page" referrerpolicy="no-referrer-when-downgrade">Comments</a>',
  );
});

test("settings become attributes, save those that the element has by itself", () => {
  const line = elementLine(kindOf("list"), { list: "popular", place: "end", heading: "More" }, where);
  expect(line).toContain('<samovar-list site="k" list="popular" heading="More" style=');
  const pass = elementLine(kindOf("pass"), { networks: ["a", "b"], theme: "dark" }, where);
  expect(pass).toContain('<script async src="https://s.example/w/pass.js">');
  expect(pass).toContain('<samovar-pass networks="a b" theme="dark" style=');
});

test("no setting can break out of its attribute", () => {
  const line = elementLine(kindOf("pass"), { label: '"><script>' }, where);
  expect(line).toContain('label="&quot;>&lt;script>"');
});

test("the site's line waits for consent only where it is told to", () => {
  const line = '<script async src="https://s.example/w/site.js" data-site="k"></script>';
  expect(scriptLine(line, false)).toBe(line);
  expect(scriptLine(line, true)).toBe(
    '<script async src="https://s.example/w/site.js" data-site="k" data-consent="required"></script>',
  );
});
