/** Where a page can be passed on to by an address. `{u}` the page, `{t}` its title, `{b}` both, `{m}` its picture. */
export const destinations: Readonly<Record<string, readonly [name: string, address: string]>> = {
  vk: ["VK", "https://vk.com/share.php?url={u}&title={t}"],
  ok: ["OK", "https://connect.ok.ru/offer?url={u}&title={t}"],
  telegram: ["Telegram", "https://t.me/share/url?url={u}&text={t}"],
  whatsapp: ["WhatsApp", "https://api.whatsapp.com/send?text={b}"],
  viber: ["Viber", "viber://forward?text={b}"],
  facebook: ["Facebook", "https://www.facebook.com/sharer/sharer.php?u={u}"],
  x: ["X", "https://x.com/intent/post?url={u}&text={t}"],
  linkedin: ["LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={u}"],
  reddit: ["Reddit", "https://www.reddit.com/submit?url={u}&title={t}"],
  bluesky: ["Bluesky", "https://bsky.app/intent/compose?text={b}"],
  threads: ["Threads", "https://www.threads.com/intent/post?url={u}&text={t}"],
  mastodon: ["Mastodon", "https://{h}/share?text={b}"],
  pinterest: ["Pinterest", "https://www.pinterest.com/pin/create/button/?url={u}&description={t}&media={m}"],
  email: ["", "mailto:?subject={t}&body={b}"],
};

export interface Page {
  readonly url: string;
  readonly title: string;
  readonly image: string;
  /** Server of the fediverse account, where the network asks for one. */
  readonly host: string;
}

/** The address that opens the network's own form with the page in it. */
export function addressFor(destination: string, { url, title, image, host }: Page): string {
  const values: Record<string, string> = { u: url, t: title, b: `${title} ${url}`, m: image, h: host };
  return (destinations[destination]?.[1] ?? "").replace(/{(.)}/g, (_, key: string) =>
    encodeURIComponent(values[key] ?? ""),
  );
}
