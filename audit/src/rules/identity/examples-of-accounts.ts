import type { FakeAnswer } from "../../testing/fake-visitors.ts";
import { documentWith, type Example, pageUrl } from "../example.ts";

const json = (value: unknown): FakeAnswer => ({
  body: JSON.stringify(value),
  headers: { "content-type": "application/json" },
});

const creator = (account: string) => documentWith(`<meta name="fediverse:creator" content="${account}">`);
const webFinger = "https://social.example/.well-known/webfinger?resource=acct:anna@social.example";
const actor = "https://social.example/users/anna";
const person = (answer: FakeAnswer) => ({
  html: creator("@anna@social.example"),
  web: {
    [webFinger]: json({ links: [{ rel: "self", type: "application/activity+json", href: actor }] }),
    [actor]: answer,
  },
});

const did = "did:plc:abcdefghijklmnopqrstuvwx";
const documentUri = `at://${did}/site.standard.document/3k`;
const publicationUri = `at://${did}/site.standard.publication/3p`;
const record = (collection: string, rkey: string) =>
  `https://pds.example/xrpc/com.atproto.repo.getRecord?${new URLSearchParams({ repo: did, collection, rkey }).toString()}`;
const wellKnown = "https://example.org/.well-known/site.standard.publication";
const standard = {
  html: documentWith(`<link rel="site.standard.document" href="${documentUri}">`),
  web: {
    [`https://plc.directory/${did}`]: json({
      service: [
        { id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint: "https://pds.example" },
      ],
    }),
    [record("site.standard.document", "3k")]: json({ value: { site: publicationUri, path: "/page" } }),
    [record("site.standard.publication", "3p")]: json({ value: { url: "https://example.org/" } }),
    [wellKnown]: { body: `${publicationUri}\n` },
  },
};

const oembedUrl = "https://example.org/oembed?url=page";
const oembed = (answer?: unknown) => ({
  html: documentWith(
    `<title>Eggs</title><link rel="alternate" type="application/json+oembed" href="${oembedUrl}">`,
  ),
  web: answer === undefined ? {} : { [oembedUrl]: json(answer) },
});

/** LP35 to LP37: what others must confirm. */
export const accountExamples: readonly Example[] = [
  {
    ruleId: "LP35",
    failing: {
      malformed: {
        html: creator("https://social.example/@anna"),
        finds: {
          severity: "warning",
          networks: ["mastodon"],
          paste: '<meta name="fediverse:creator" content="@anna@social.example">',
          repair: "tags",
        },
      },
      unknown: {
        html: creator("@anna@social.example"),
        finds: {
          values: {
            host: "social.example",
            account: "@anna@social.example",
            address: webFinger,
            outcome: 404,
          },
        },
      },
      unlisted: {
        ...person(json({ attributionDomains: ["other.example"] })),
        finds: { values: { account: "@anna@social.example", site: "example.org" }, paste: "example.org" },
      },
    },
    passing: {
      "an account that lists the site": person(json({ attributionDomains: ["example.org"] })),
      "an account that lists the domain above, as one value": person(json({ attributionDomains: "org" })),
      "an account whose server does not tell strangers": person({ status: 401 }),
      "a page that names no author": documentWith("<title>Eggs</title>"),
    },
  },
  {
    ruleId: "LP36",
    failing: {
      malformed: {
        html: documentWith('<link rel="site.standard.document" href="/record">'),
        finds: { severity: "warning", networks: ["bluesky"], values: { value: "/record" } },
      },
      unreachable: {
        html: standard.html,
        finds: { values: { uri: documentUri, outcome: 404 } },
      },
      "other-path": {
        ...standard,
        web: {
          ...standard.web,
          [record("site.standard.document", "3k")]: json({ value: { site: publicationUri, path: "/eggs" } }),
        },
        finds: { values: { recorded: "https://example.org/eggs", url: pageUrl } },
      },
      unproved: {
        ...standard,
        web: { ...standard.web, [wellKnown]: { status: 404 } },
        finds: {
          values: { address: wellKnown, publication: publicationUri, outcome: 404 },
          paste: publicationUri,
        },
      },
    },
    passing: {
      "a record and a site that point to each other": standard,
      "a document that names its site by address": {
        ...standard,
        web: {
          ...standard.web,
          [record("site.standard.document", "3k")]: json({
            value: { site: "https://example.org/", path: "/page/" },
          }),
        },
      },
      "a page without a record": documentWith("<title>Eggs</title>"),
    },
  },
  {
    ruleId: "LP37",
    failing: {
      "no-address": documentWith('<link rel="alternate" type="application/json+oembed" href="https://">'),
      dead: {
        ...oembed(),
        finds: {
          severity: "warning",
          networks: ["mastodon"],
          values: { url: oembedUrl, outcome: 404 },
          paste: '{"version":"1.0","type":"link","title":"Eggs"}',
        },
      },
      invalid: {
        ...oembed({ type: "photo", version: "1.0" }),
        finds: { values: { version: "1.0", type: "photo" } },
      },
      rich: oembed({ version: "1.0", type: "rich", html: "<b>Eggs</b>", width: 400, height: 300 }),
    },
    passing: {
      "a link": oembed({ version: "1.0", type: "link", title: "Eggs" }),
      "a version written as a number": oembed({ version: 1, type: "link" }),
      "a page without oEmbed": documentWith("<title>Eggs</title>"),
    },
  },
];
