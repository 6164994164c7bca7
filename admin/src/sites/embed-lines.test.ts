import { expect, test } from "vitest";
import { buttonLines, scriptLine } from "./embed-lines.ts";

test("a button as it is needs no attributes", () => {
  expect(buttonLines("https://s.example", { label: "", theme: "", networks: [] })).toContain(
    "<samovar-pass></samovar-pass>",
  );
});

test("a label can't break out of its attribute", () => {
  const lines = buttonLines("https://s.example", {
    label: '"><script>',
    theme: "dark",
    networks: ["a", "b"],
  });
  expect(lines).toContain('<samovar-pass label="&quot;>&lt;script>" theme="dark" networks="a b">');
});

test("the site's line waits for consent only where it is told to", () => {
  const line = '<script async src="https://s.example/w/site.js" data-site="k"></script>';
  expect(scriptLine(line, false)).toBe(line);
  expect(scriptLine(line, true)).toBe(
    '<script async src="https://s.example/w/site.js" data-site="k" data-consent="required"></script>',
  );
});
