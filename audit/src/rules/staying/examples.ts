import { documentWith, type Example, type WebScene } from "../example.ts";

const inText = documentWith("", '<main><p>Eggs want <a href="/salt">salt</a>.</p></main>');
const inMenu = documentWith("", '<nav><a href="/">Home</a></nav><main><p>Six minutes.</p></main>');
const salt = "https://example.org/salt";
const missing = "https://example.org/samovar-looks-for-a-page-that-is-not-there";
const helpful = documentWith("", '<p>Not here. <a href="/">Home</a></p>');

const answering = (
  address: string,
  answer: NonNullable<WebScene["web"]>[string],
  html = inText,
): WebScene => ({
  html,
  web: { [address]: answer },
});

export const stayingExamples: readonly Example[] = [
  {
    ruleId: "ST01",
    failing: { none: inMenu },
    passing: {
      "a link in the text": inText,
      "a dead end: another rule's finding": documentWith(""),
    },
  },
  {
    ruleId: "ST02",
    failing: {
      "dead-end": documentWith(
        '<link rel="canonical" href="https://example.org/egg">',
        '<p><a href="https://other.example/">Elsewhere</a> <a href="#salt">Salt</a> <a href="/egg">Here</a> <a href="mailto:a@example.org">Write</a></p>',
      ),
    },
    passing: { "a link in the text": inText, "a menu": inMenu },
  },
  {
    ruleId: "ST03",
    failing: {
      gone: { html: inText, finds: { values: { text: "salt", url: salt, status: 404 }, line: 8 } },
      failing: {
        ...answering(salt, { failure: "redirect-loop" }),
        finds: { values: { text: "salt", url: salt, status: "redirect-loop" } },
      },
    },
    passing: {
      "a link that opens": answering(salt, helpful),
      "a page for members": answering(salt, { status: 403 }),
      "a host that was slow this once": answering(salt, { failure: "timeout" }),
      "an address that acts": documentWith("", '<p><a href="/logout">Log out</a></p>'),
    },
  },
  {
    ruleId: "ST04",
    failing: {
      "no-404": answering(missing, helpful),
      redirected: {
        html: inText,
        web: {
          [missing]: { status: 302, headers: { location: "https://example.org/" } },
          "https://example.org/": helpful,
        },
        finds: { values: { url: "https://example.org/" } },
      },
      failing: answering(missing, { status: 500 }),
      "no-way-on": inText,
    },
    passing: {
      "404 with a way on": answering(missing, { status: 404, body: helpful }),
      "410 with a way on": answering(missing, { status: 410, body: helpful }),
      "a host that is slow": answering(missing, { failure: "timeout" }),
    },
  },
];
