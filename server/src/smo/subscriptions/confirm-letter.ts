import { type NewMail, writeLetter } from "#src/ground/mail/index.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import { wordsOf } from "./letters-words.ts";
import type { Language } from "./letters-schema.ts";
import { letterUrl, mintToken } from "./tokens.ts";

interface To {
  readonly site: { readonly name: string; readonly workspaceId: string };
  readonly subscriber: { readonly id: string; readonly address: string; readonly language: Language };
  readonly vault: Pick<Vault, "fingerprint">;
  readonly publicUrl: string;
}

/** Asks the owner of the address whether it was he. */
export function confirmLetter({ site, subscriber, vault, publicUrl }: To): NewMail {
  const { language } = subscriber;
  const words = wordsOf(language);
  const letter = writeLetter({
    language,
    subject: words.confirmSubject(site.name),
    heading: words.confirmHeading(site.name),
    paragraphs: [words.confirmText(site.name)],
    button: {
      label: words.confirmButton,
      url: letterUrl(publicUrl, "confirm", mintToken(vault, "confirm", subscriber.id)),
    },
    footer: [words.confirmIgnore],
  });
  return {
    ...letter,
    workspaceId: site.workspaceId,
    to: subscriber.address,
    kind: "subscriptions.confirm",
    language,
    fromName: site.name,
  };
}

/** Tells a subscriber that somebody asked for him again: whoever asked learns nothing. At most once a day. */
export function knownLetter({ site, subscriber, vault, publicUrl }: To, now: Date): NewMail {
  const { language } = subscriber;
  const words = wordsOf(language);
  const token = mintToken(vault, "manage", subscriber.id);
  const leave = letterUrl(publicUrl, "leave", token);
  const letter = writeLetter({
    language,
    subject: words.knownSubject(site.name),
    heading: words.knownSubject(site.name),
    paragraphs: [words.knownText(site.name)],
    button: { label: words.knownButton, url: letterUrl(publicUrl, "wishes", token) },
    footer: [{ label: words.leave, url: leave }],
  });
  return {
    ...letter,
    workspaceId: site.workspaceId,
    to: subscriber.address,
    kind: "subscriptions.known",
    language,
    fromName: site.name,
    unsubscribe: { url: leave },
    key: `subscriptions.known:${subscriber.id}:${now.toISOString().slice(0, 10)}`,
  };
}
