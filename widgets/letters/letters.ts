/**
 * Ways to come back: letters, a feed, notices of the browser.
 *
 *     <script type="module" src="https://samovar.example/w/letters.js"></script>
 *     <samovar-letters site="SITE_KEY"></samovar-letters>
 *
 * Attributes: `heading` (empty: none), `worker` (where the worker's file lies at the site's own origin, see the guide;
 * without it no notices are offered), `site`, `lang`, `theme`.
 */
import { button, define, make, type Place, visitNow } from "../base/base.ts";
import { act, draft, formLook, sendInDoubt, statusLine, trap } from "../base/forms.ts";
import { spoken, type Words } from "./words.ts";

/** What the owner offers; see `server/src/smo/subscriptions/letters-schema.ts`. */
interface Offer {
  /** What the subscriber agrees to. */
  readonly consent: string;
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  readonly frequencies: readonly ("each" | "daily" | "weekly")[];
  readonly feedUrl: string | null;
  /** For web push: the server's public key, base64url. */
  readonly pushKey: string | null;
}

define("samovar-letters", {
  look: `:host{min-block-size:8rem}h2{margin-block-end:.5rem}input[part]{flex:1 1 12rem;min-inline-size:0}${formLook}`,
  words: spoken,
  start: async (place) => {
    const offer = await place.ask<Offer>(`/letters/${place.site}`);
    place.show(formOf(place, offer));
  },
});

function formOf({ host, site, page, language, words, ask }: Place<Words>, offer: Offer): HTMLFormElement {
  const began = performance.now();
  const status = statusLine();
  const honeypot = trap();
  const email: HTMLInputElement = make("input", {
    type: "email",
    required: true,
    maxlength: 254,
    autocomplete: "email",
    placeholder: words.email,
    "aria-label": words.email,
    part: "input",
    input: () => draft.keep("letters", email.value),
  });
  email.value = draft.read("letters");
  const topics = offer.topics.map(({ id, name }) =>
    make("label", {}, make("input", { type: "checkbox", name: "topic", value: id, checked: true }), name),
  );
  const often = make(
    "select",
    { "aria-label": words.often, part: "input" },
    ...offer.frequencies.map((one) => make("option", { value: one }, words[one])),
  );
  const send = async (how: object, done: string) => {
    const chosen = form.querySelectorAll<HTMLInputElement>("[name=topic]:checked");
    const said = {
      ...how,
      topics: Array.from(chosen, ({ value }) => value),
      frequency: often.value || undefined,
      language: language.slice(0, 2),
      page,
      honeypot: honeypot.value,
      filledMs: Math.round(performance.now() - began),
      visit: await visitNow(),
    };
    await sendInDoubt(
      (proofOfWork) => ask(`/letters/${site}/subscriptions`, { body: { ...said, proofOfWork } }),
      () => (status.textContent = words.proving),
    );
    draft.keep("letters", "");
    status.textContent = done;
  };
  const { pushKey } = offer;
  const worker = host.getAttribute("worker");
  const title = host.getAttribute("heading") ?? words.title;
  const form = make(
    "form",
    {
      part: "form",
      "aria-label": title || words.title,
      submit: act(status, words.offline, () => send({ email: email.value }, words.mailed)),
    },
    title && make("h2", { part: "heading" }, title),
    topics[1] && make("fieldset", { "aria-label": words.topics }, ...topics),
    make(
      "div",
      { class: "row" },
      email,
      honeypot,
      offer.frequencies[1] && often,
      make("button", { part: "button send" }, words.send),
    ),
    make(
      "div",
      { class: "row" },
      pushKey && worker && "PushManager" in window
        ? button(
            words.notices,
            act(status, words.offline, async () =>
              send({ push: await allowPush(worker, pushKey) }, words.allowed),
            ),
            { part: "button" },
          )
        : undefined,
      offer.feedUrl &&
        make("a", { href: offer.feedUrl, part: "link", type: "application/rss+xml" }, words.feed),
    ),
    make("small", { part: "consent" }, offer.consent),
    status,
  );
  return form;
}

async function allowPush(worker: string, applicationServerKey: string): Promise<PushSubscriptionJSON> {
  const { pushManager } = await navigator.serviceWorker.register(worker);
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  return subscription.toJSON();
}
