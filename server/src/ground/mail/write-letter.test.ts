import { parse } from "parse5";
import { expect, test } from "vitest";
import { writeLetter } from "./write-letter.ts";

const nasty = `<script>alert("x")</script> & 'so' <img src=x onerror=y>`;

test("a letter says the same as text and as HTML, and nothing in it is more than text", () => {
  const { text, html } = writeLetter({
    language: "ru",
    subject: nasty,
    heading: nasty,
    paragraphs: [nasty, "Строка\nи ещё одна"],
    quotes: [{ from: nasty, text: nasty, url: 'https://tea.example/?a=1&b="2' }],
    button: { label: nasty, url: 'https://tea.example/confirm?a="><script>' },
    footer: [nasty, { label: nasty, url: "javascript:alert(1)" }],
  });
  for (const part of [nasty, "Строка\nи ещё одна", 'https://tea.example/?a=1&b="2'])
    expect(text).toContain(part);
  const tags = [...html.matchAll(/<(\w+)/g)].map(([, name]) => name);
  expect(tags.filter((name) => /^(script|img|iframe|link|object)$/i.test(String(name)))).toEqual([]);
  expect(html).not.toContain("javascript:");
  expect(html).not.toMatch(/onerror=y>/);
  expect(html).toContain("&#60;script&#62;");
  expect(JSON.stringify(parse(html), ["nodeName", "childNodes", "value"])).toContain("alert(");
});

test("a letter fetches nothing: no picture, no font, no style from anywhere", () => {
  const { html } = writeLetter({
    language: "en",
    subject: "Tea",
    heading: "Tea",
    paragraphs: ["It is ready"],
    button: { label: "Come", url: "https://tea.example/" },
  });
  expect(html).not.toMatch(/<(img|link|iframe|video|object|embed)\b|url\(|@import|src=/i);
  const urls = [...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([url]) => url);
  expect(new Set(urls)).toEqual(new Set(["https://tea.example/"]));
  expect(html).toContain("prefers-color-scheme:dark");
});
